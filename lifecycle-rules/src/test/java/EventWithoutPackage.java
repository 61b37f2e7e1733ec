import io.leadlifecycle.event.LeadEvent;
import java.time.Instant;

/** An event that no rule can import. */
@SuppressWarnings("DefaultPackage")
public record EventWithoutPackage(String id, String leadId, Instant at) implements LeadEvent {}
