package io.leadlifecycle.model;

/**
 * Where a move takes a lead, as a reader of the funnel counts it. Stages of the kinds {@link StageKind#OPEN} and
 * {@link StageKind#WON} are the way, in lifecycle order; the others lie beside it. Every move has exactly one direction:
 *
 * <ul>
 *   <li>to a stage beside the way, wherever from: {@link #OUT}
 *   <li>to the way from beside it, or from nowhere: {@link #IN}
 *   <li>along the way: {@link #FORWARD} to a later stage, {@link #BACK} to an earlier one
 * </ul>
 */
public enum Direction {
    /** It begins, or comes back from where it was lost, recycled or disqualified. */
    IN,
    /** It is further along, stages skipped or not. */
    FORWARD,
    /** It is less far along than it was. */
    BACK,
    /** It is lost, recycled or disqualified; a lost lead that is recycled or disqualified goes out once more. */
    OUT
}
