package io.leadlifecycle.decision;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of rules by id: MQL-2 before MQL-10. It decides what is done first, never which move wins. */
final class RuleOrder implements Comparator<String> {
    static final RuleOrder BY_ID = new RuleOrder();

    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private RuleOrder() {}

    @Override
    public int compare(String a, String b) {
        Matcher left = PART.matcher(a);
        Matcher right = PART.matcher(b);
        while (true) {
            boolean more = left.find();
            if (!right.find()) {
                return more ? 1 : 0;
            }
            if (!more) {
                return -1;
            }
            int order = part(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int part(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        int order = numbers ? Integer.compare(a.length(), b.length()) : 0;
        return order != 0 ? order : a.compareTo(b);
    }
}
