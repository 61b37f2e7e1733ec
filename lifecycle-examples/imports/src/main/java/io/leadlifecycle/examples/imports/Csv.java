package io.leadlifecycle.examples.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files of a folder, each with a header. */
record Csv(Path folder) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    List<CSVRecord> rows(String file) throws IOException {
        try (CSVParser parser = CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, FORMAT)) {
            return parser.getRecords();
        }
    }

    boolean has(String... files) {
        return List.of(files).stream().allMatch(file -> Files.isReadable(folder.resolve(file)));
    }

    /** Where a row stands, for people. */
    static String place(String file, CSVRecord row) {
        return file + " row " + row.getRecordNumber();
    }
}
