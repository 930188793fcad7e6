package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import io.dockerops.engine.model.ProjectKey;
import java.util.Map;

/** What is put into the containers of a service or instance before their first start. */
public interface CopyWords {

    /**
     * Copies a file, or what is in a folder, of this machine into the container before its first start. When it changes, the
     * container is replaced by a new one. It belongs to root and keeps its mode unless said otherwise; a folder of the
     * container that is there keeps both.
     *
     * <pre>{@code
     * copy 'conf/app.ini', to: '/etc/app.ini'
     * copy 'conf/site', to: '/etc/site', user: 'app'
     * }</pre>
     *
     * @param options {@code to}: the absolute path in the container, one that ends with {@code /} for a file in that folder;
     *     {@code user}: who has it, as {@code user} or {@code user:group}, by names of the container or by numbers, root by
     *     default; {@code mode}: the mode of the file, or of all files in the folder, as {@code 0640} or {@code '0640'}, by
     *     default their own
     * @param source a file or a folder, relative to this file
     * @since 0.1.0
     */
    @KnownAs({"configs", "files"})
    void copy(
            @NamedParams({
                        @NamedParam(value = "to", type = String.class, required = true),
                        @NamedParam(value = "user", type = Object.class),
                        @NamedParam(value = "mode", type = Object.class)
                    })
                    Map<String, ?> options,
            String source);

    /**
     * Puts the value of a secret into a file of the container before its first start. The value is in no plan, log or label.
     *
     * <pre>{@code
     * copy secret('db.password'), to: '/etc/app/password', user: 'app', mode: 0400
     * }</pre>
     *
     * @param options {@code to}: the absolute path in the container; {@code user}: who has it, root by default; {@code mode}:
     *     its mode, {@code 0600} by default
     * @since 0.1.0
     */
    void copy(
            @NamedParams({
                        @NamedParam(value = "to", type = String.class, required = true),
                        @NamedParam(value = "user", type = Object.class),
                        @NamedParam(value = "mode", type = Object.class)
                    })
                    Map<String, ?> options,
            SecretHandle secret);

    /**
     * Copies a key of the project into the container before its first start. Its content is in no plan, log or label.
     *
     * <pre>{@code
     * copy sshPublicKey(), to: '/etc/dockerops/authorized_keys'
     * }</pre>
     *
     * @param options {@code to}: the absolute path in the container; {@code user}: who has it, root by default; {@code mode}:
     *     its mode, by default {@code 0600}, and {@code 0644} for a public key
     * @since 0.1.0
     */
    void copy(
            @NamedParams({
                        @NamedParam(value = "to", type = String.class, required = true),
                        @NamedParam(value = "user", type = Object.class),
                        @NamedParam(value = "mode", type = Object.class)
                    })
                    Map<String, ?> options,
            KeyHandle key);

    /**
     * Copies several files or folders, each to the path behind it.
     *
     * <pre>{@code
     * copies 'conf/app.ini': '/etc/app.ini', 'conf/site': '/etc/site'
     * }</pre>
     *
     * @param files the absolute path in the container by file or folder, relative to this file
     * @since 0.1.0
     */
    void copies(Map<String, ?> files);

    /**
     * For {@code copy}: the project's private key of SSH, {@code keys/ssh_key} beside the script. A run makes it when it is
     * first needed.
     *
     * <pre>{@code
     * copy sshKey(), to: '/etc/dockerops/ssh_key'
     * }</pre>
     *
     * @since 0.1.0
     */
    default KeyHandle sshKey() {
        return new KeyHandle(ProjectKey.SSH);
    }

    /**
     * For {@code copy}: the project's public key of SSH, {@code keys/ssh_key.pub} beside the script. A run makes it when it is
     * first needed.
     *
     * <pre>{@code
     * copy sshPublicKey(), to: '/etc/dockerops/authorized_keys'
     * }</pre>
     *
     * @since 0.1.0
     */
    default KeyHandle sshPublicKey() {
        return new KeyHandle(ProjectKey.SSH_PUBLIC);
    }

    /**
     * For {@code copy}: the key with which names are registered at the DNS service, {@code keys/dns.key} beside the script, as
     * {@code tsig-keygen} writes it. A run makes it when it is first needed.
     *
     * <pre>{@code
     * copy dnsKey(), to: '/etc/dockerops/dns.key'
     * }</pre>
     *
     * @since 0.1.0
     */
    default KeyHandle dnsKey() {
        return new KeyHandle(ProjectKey.DNS);
    }
}
