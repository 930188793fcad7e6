package io.dockerops.engine.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a user probably meant. */
public final class Suggest {

    private Suggest() {}

    /**
     * The candidate nearest to {@code word} by edit distance (insertion, deletion, replacement, swap of neighbours), if
     * it is near enough to be meant: at most a third of the longer word, and at least one edit is always allowed.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            int allowed = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
            if (distance <= allowed && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code did you mean `x`?}, when something is near enough. */
    public static Optional<String> hint(String word, Collection<String> candidates) {
        return nearest(word, candidates).map(near -> "did you mean `" + near + "`?");
    }

    /** The same, or else all {@code candidates} behind {@code lead}: {@code it has `x`, `y`}. */
    public static String hint(String word, Collection<String> candidates, String lead) {
        return hint(word, candidates).orElseGet(() -> lead + " `" + String.join("`, `", candidates) + "`");
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] d, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
