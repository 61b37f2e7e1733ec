package io.leadlifecycle.examples.imports;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads what an old system exported, prints what is wrong with it, brings in what can be and prints the leads by stage.
 *
 * <pre>{@code
 * Imports FOLDER
 * }</pre>
 *
 * <p>The folder holds the files of a Bitrix24 export or of the real estate funnel.
 */
public final class Imports {
    private Imports() {}

    /** Prints the audit and the leads by stage. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "" : args[0]);
        if (Bitrix.in(folder).isThere()) {
            System.out.println(Bitrix.in(folder).migrate(Bitrix.AS_OF));
        } else if (RealEstate.in(folder).isThere()) {
            System.out.println(RealEstate.in(folder).migrate(RealEstate.AS_OF));
        } else {
            System.out.println("Usage: Imports FOLDER, with deals.csv, stage_history.csv, activities.csv and users.csv,"
                    + " or with Leads.csv, Sales.csv and Agents.csv in FOLDER.");
        }
    }
}
