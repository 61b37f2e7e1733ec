package io.leadlifecycle.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Versions are content hashes: equal content, equal version, in every JVM. */
public final class Hash {
    private static final int BYTES = 8;

    private Hash() {}

    /**
     * The version of a text.
     *
     * @param text the content
     * @return the first 16 hexadecimal digits of its SHA-256
     */
    public static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
