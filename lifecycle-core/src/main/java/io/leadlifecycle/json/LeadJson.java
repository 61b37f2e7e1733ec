package io.leadlifecycle.json;

import io.leadlifecycle.model.Lead;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Leads as JSON, and back. What is read equals what was written, and the same value gives the same text in every JVM.
 * For what people and reports read of a lead, see {@link LeadLine}. Thread-safe.
 */
public final class LeadJson {
    private LeadJson() {}

    /**
     * A lead as JSON.
     *
     * @param lead the lead
     * @return one line
     */
    public static String write(Lead lead) {
        return Mapper.JSON.writeValueAsString(lead);
    }

    /**
     * A lead from its JSON.
     *
     * @param json what {@link #write(Lead)} gave
     * @return the lead
     * @throws MalformedJsonException naming the field, if it is no lead
     */
    public static Lead read(String json) {
        Complaint complaint = new Complaint(json, 1);
        JsonNode node;
        try {
            node = Mapper.JSON.readTree(json);
        } catch (JacksonException e) {
            throw complaint.noJson(e);
        }
        try {
            Lead lead = Mapper.JSON.treeToValue(node, Lead.class);
            if (lead == null) {
                throw complaint.about("", Complaint.kind(node) + " is no lead.");
            }
            return lead;
        } catch (JacksonException e) {
            throw complaint.misfit("lead", node, e);
        }
    }
}
