package io.leadlifecycle.definition;

/**
 * A kind of touch the lifecycle knows; another one is refused, so memory is bounded whatever a bot sends.
 *
 * @param name the kind, such as {@code demo request}
 * @param intent how much it says
 * @param lane where it happens, such as {@code web}, {@code event}, {@code mail}
 * @param automated whether a machine does it, such as a mail that was opened
 */
public record TouchpointKind(String name, Intent intent, String lane, boolean automated) {}
