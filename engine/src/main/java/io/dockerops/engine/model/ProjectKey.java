package io.dockerops.engine.model;

/** A key that a project has for its own containers. It is made when it is first needed and lies beside the script. */
public enum ProjectKey {
    /** The private key of SSH. */
    SSH("ssh_key", 0600),
    /** The public key of SSH. */
    SSH_PUBLIC("ssh_key.pub", 0644),
    /** The key with which names are registered. */
    DNS("dns.key", 0600);

    private final String file;
    private final int mode;

    ProjectKey(String file, int mode) {
        this.file = file;
        this.mode = mode;
    }

    /** The name of its file. */
    public String file() {
        return file;
    }

    /** Who may read its file. */
    public int mode() {
        return mode;
    }

    @Override
    public String toString() {
        return "key " + file;
    }
}
