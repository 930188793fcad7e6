package io.dockerops.engine.dns;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a key of TSIG from a file as {@code tsig-keygen} writes it: a {@code key} block with algorithm and secret. */
final class KeyFile {

    /** What servers of today understand. */
    private static final List<String> ALGORITHMS =
            List.of("hmac-sha256", "hmac-sha512", "hmac-sha384", "hmac-sha224", "hmac-sha1", "hmac-md5");

    private static final Pattern TOKEN =
            Pattern.compile("\\s+|#[^\\n]*|//[^\\n]*|/\\*.*?\\*/|(\"[^\"\\n]*\"|[{};]|[^\\s{};\"]+)", Pattern.DOTALL);

    /**
     * A key.
     *
     * @param name its name
     * @param algorithm how it signs, such as {@code hmac-sha256}
     * @param secret what it signs with, in Base64; to be shown to nobody
     */
    record Key(String name, String algorithm, String secret) {
        @Override
        public String toString() {
            return name + " (" + algorithm + ")";
        }
    }

    private record Token(String text, int line) {}

    private final Path file;
    private final List<Token> tokens;
    private int at;

    private KeyFile(Path file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /**
     * Reads {@code file}.
     *
     * @throws ProblemException when it has not one key and nothing else
     * @throws IOException when it cannot be read
     */
    static Key read(Path file) throws IOException {
        String text = Files.readString(file);
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int line = 1;
        int end = 0;
        while (matcher.lookingAt()) {
            if (matcher.group(1) != null) {
                tokens.add(new Token(matcher.group(1), line));
            }
            line += (int) matcher.group().chars().filter(each -> each == '\n').count();
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (end < text.length()) {
            throw wrong(file, line, "a quote is not closed");
        }
        return new KeyFile(file, tokens).key();
    }

    private Key key() {
        expect("key");
        String name = plain(next("the name of the key"));
        expect("{");
        String algorithm = "";
        String secret = "";
        while (!peek().equals("}")) {
            Token word = next("`}`");
            String value = plain(next("a value"));
            switch (word.text()) {
                case "algorithm" -> algorithm = algorithm(value, word.line());
                case "secret" -> secret = secret(value, word.line());
                default ->
                    throw wrong(
                            file, word.line(), "`" + word.text() + "` stands where `algorithm` or `secret` belongs");
            }
            expect(";");
        }
        expect("}");
        expect(";");
        if (at < tokens.size()) {
            throw wrong(file, tokens.get(at).line(), "something follows the key");
        }
        if (algorithm.isEmpty() || secret.isEmpty()) {
            throw wrong(file, line(), "the key has no " + (algorithm.isEmpty() ? "`algorithm`" : "`secret`"));
        }
        return new Key(name, algorithm, secret);
    }

    private String algorithm(String text, int line) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (!ALGORITHMS.contains(plain)) {
            throw wrong(file, line, "`" + text + "` is no algorithm of keys");
        }
        return plain;
    }

    private String secret(String text, int line) {
        try {
            if (Base64.getDecoder().decode(text).length > 0) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the text, which is a secret all the same.
        }
        throw wrong(file, line, "the secret is not in Base64");
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at).text() : "";
    }

    private Token next(String wanted) {
        if (at >= tokens.size()) {
            throw wrong(file, line(), "the file ends where " + wanted + " belongs");
        }
        return tokens.get(at++);
    }

    private void expect(String text) {
        Token token = next("`" + text + "`");
        if (!token.text().equals(text)) {
            throw wrong(file, token.line(), "`" + text + "` is missing");
        }
    }

    private int line() {
        return tokens.isEmpty() ? 1 : tokens.get(tokens.size() - 1).line();
    }

    private static String plain(Token token) {
        String text = token.text();
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static ProblemException wrong(Path file, int line, String what) {
        return new ProblemException(List.of(Problem.error(
                SourceRef.line(file, line),
                "this is not a key of a DNS server: " + what,
                "`tsig-keygen -a hmac-sha256 NAME` writes one")));
    }
}
