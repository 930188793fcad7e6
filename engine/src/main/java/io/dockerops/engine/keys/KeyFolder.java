package io.dockerops.engine.keys;

import io.dockerops.engine.model.ProjectKey;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.ssh.SshKeyPair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys of one project in their folder. A key that is there is kept as it is; one that is missing is made when it is
 * asked for. Files get their names when they are complete, and never take the place of another, so that of two programs
 * that make a key at the same time both get the same one. Safe for use by several threads.
 */
public final class KeyFolder {

    /** The name of the folder, beside the script. */
    public static final String NAME = "keys";

    private static final String COMMENT = "dockerops";
    private static final int DNS_BYTES = 32;
    private static final Pattern DNS_KEY = Pattern.compile(
            "\\s*key\\s+\"?[\\w.-]+\"?\\s*\\{\\s*algorithm\\s+\"?[\\w.-]+\"?\\s*;\\s*secret\\s+\"?([A-Za-z0-9+/]+={0,2})\"?\\s*;\\s*}\\s*;\\s*");

    private final Path folder;

    /** @param projectFolder the folder that has the project's script */
    public KeyFolder(Path projectFolder) {
        folder = projectFolder.resolve(NAME);
    }

    /** Where the file of {@code key} is, or would be. */
    public Path file(ProjectKey key) {
        return folder.resolve(key.file());
    }

    /** Whether {@code key} has been made. */
    public boolean has(ProjectKey key) {
        return Files.exists(file(key));
    }

    /**
     * The content of the file of {@code key}, which is made when it is missing.
     *
     * @throws EngineException.Failed when it cannot be read or made, when others can read it, or when it is no key
     */
    public String read(ProjectKey key) {
        try {
            return switch (key) {
                case SSH -> pair().privateKey();
                case SSH_PUBLIC -> publicKey(pair());
                case DNS -> dnsKey();
            };
        } catch (AccessDeniedException e) {
            throw new EngineException.Failed(
                    "the project's key `" + file(key) + "` cannot be read or made: this user may not",
                    "let the user who has it run this, or give this user the folder `" + folder + "`");
        } catch (IOException e) {
            throw new EngineException.Failed(
                    "the project's key `" + file(key) + "` cannot be read or made: " + e.getMessage(), e);
        }
    }

    private SshKeyPair pair() throws IOException {
        Optional<String> found = content(ProjectKey.SSH);
        String privateKey = found.isPresent()
                ? found.get()
                : keep(ProjectKey.SSH, SshKeyPair.generate(COMMENT).privateKey());
        try {
            return SshKeyPair.of(privateKey, COMMENT);
        } catch (IllegalArgumentException e) {
            throw unusable(ProjectKey.SSH, String.valueOf(e.getMessage()));
        }
    }

    private String publicKey(SshKeyPair pair) throws IOException {
        Optional<String> found = content(ProjectKey.SSH_PUBLIC);
        String publicKey = found.isPresent() ? found.get() : keep(ProjectKey.SSH_PUBLIC, pair.publicKey());
        if (!pair.hasPublicKey(publicKey)) {
            throw unusable(
                    ProjectKey.SSH_PUBLIC, "it is not the public key that belongs to `" + ProjectKey.SSH.file() + "`");
        }
        return publicKey;
    }

    private String dnsKey() throws IOException {
        Optional<String> found = content(ProjectKey.DNS);
        String key = found.isPresent() ? found.get() : keep(ProjectKey.DNS, newDnsKey());
        if (!DNS_KEY.matcher(key).matches()) {
            throw unusable(ProjectKey.DNS, "it is not a key as `tsig-keygen` writes it");
        }
        return key;
    }

    private String newDnsKey() {
        byte[] secret = new byte[DNS_BYTES];
        new SecureRandom().nextBytes(secret);
        return "key \"dockerops\" {\n\talgorithm hmac-sha256;\n\tsecret \""
                + Base64.getEncoder().encodeToString(secret) + "\";\n};\n";
    }

    /** What the file of {@code key} has in it; empty when there is no file. */
    private Optional<String> content(ProjectKey key) throws IOException {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw unusable(key, "it is not a file");
        }
        Set<PosixFilePermission> others = EnumSet.of(
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.GROUP_WRITE,
                PosixFilePermission.OTHERS_READ,
                PosixFilePermission.OTHERS_WRITE);
        others.retainAll(Files.getPosixFilePermissions(file));
        if (key != ProjectKey.SSH_PUBLIC && !others.isEmpty()) {
            throw new EngineException.Failed(
                    "the project's key `" + file + "` is open to others than its owner",
                    "if nobody has read it, `chmod 600 " + file + "`; else remove it, and the next run makes another");
        }
        return Optional.of(Files.readString(file));
    }

    private EngineException unusable(ProjectKey key, String reason) {
        return new EngineException.Failed(
                "the project's key `" + file(key) + "` cannot be used: " + reason,
                "put the right file there, or remove it: then the next run makes another");
    }

    /** Puts {@code content} into the file of {@code key} unless somebody else was faster; gives what is there then. */
    private String keep(ProjectKey key, String content) throws IOException {
        makeFolder();
        Path file = file(key);
        Path made = folder.resolve("." + key.file() + "." + HexFormat.of().toHexDigits(new SecureRandom().nextLong()));
        try {
            Files.createFile(made, mode(key.mode()));
            Files.writeString(made, content, StandardCharsets.UTF_8);
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            return content(key).orElseThrow(() -> unusable(key, "it is a link to a file that is not there"));
        } finally {
            Files.deleteIfExists(made);
        }
        return content;
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectory(folder, mode(0700));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        Path ignored = folder.resolve(".gitignore");
        if (!Files.exists(ignored)) {
            Files.writeString(ignored, "*\n");
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(int mode) {
        StringBuilder text = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            text.append((mode >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text.toString()));
    }
}
