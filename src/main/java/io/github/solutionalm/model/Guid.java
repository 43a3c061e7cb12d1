package io.github.solutionalm.model;

/** What a GUID looks like in keys: hexadecimal digits in any case, hyphens, and no braces. */
public final class Guid {

    private static final String FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private Guid() {}

    /** Whether all of a text is one, such as {@code 2bfc1a4d-0f3a-ee11-bdf4-000d3a4b5c6d}. */
    public static boolean is(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            boolean fits = FORM.charAt(i) == '-' ? c == '-' : isHexadecimal(c);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexadecimal(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
