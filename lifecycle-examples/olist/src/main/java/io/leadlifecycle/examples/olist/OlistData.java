package io.leadlifecycle.examples.olist;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.OpportunityWon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The two files as events: a contact request per qualified lead, a win per closed deal. */
final class OlistData {
    private static final String REQUESTS = "olist_marketing_qualified_leads_dataset.csv";
    private static final String DEALS = "olist_closed_deals_dataset.csv";
    private static final DateTimeFormatter WON_DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private OlistData() {}

    /** The events in the order of the files: all requests, then all deals. */
    static List<LeadEvent> read(Path folder) throws IOException {
        List<LeadEvent> events = new ArrayList<>();
        for (CSVRecord row : rows(folder.resolve(REQUESTS))) {
            Instant at = LocalDate.parse(row.get("first_contact_date"))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            String origin = row.get("origin").isEmpty() ? "(empty)" : row.get("origin");
            events.add(new LeadCreated("request", row.get("mql_id"), at, origin, Map.of()));
        }
        for (CSVRecord row : rows(folder.resolve(DEALS))) {
            Instant at = LocalDateTime.parse(row.get("won_date"), WON_DATE).toInstant(ZoneOffset.UTC);
            events.add(new OpportunityWon("won", row.get("mql_id"), at).by(row.get("sr_id")));
        }
        return events;
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            return parser.getRecords();
        }
    }

    static boolean isIn(Path folder) {
        return Files.isReadable(folder.resolve(REQUESTS)) && Files.isReadable(folder.resolve(DEALS));
    }
}
