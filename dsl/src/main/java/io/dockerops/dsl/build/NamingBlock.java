package io.dockerops.dsl.build;

import io.dockerops.dsl.words.NamingWords;
import io.dockerops.engine.model.NamePattern;
import io.dockerops.engine.model.NamePattern.Kind;
import io.dockerops.engine.model.NamingScheme;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.problem.Mistake;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code naming} block. */
final class NamingBlock extends Block implements NamingWords {

    private @Nullable String separator;
    private @Nullable NamePattern containers;
    private @Nullable NamePattern networks;
    private @Nullable NamePattern volumes;
    private @Nullable NamePattern hostNames;
    private @Nullable Boolean setHostNames;
    private @Nullable String domain;
    private @Nullable Boolean byParent;

    NamingBlock(Reading reading) {
        super(reading, "the naming block");
    }

    @Override
    public void separator(String text) {
        once("separator", text, () -> setSeparator(text));
    }

    @Override
    public void containers(String pattern) {
        once("containers", pattern, () -> setContainers(pattern));
    }

    @Override
    public void networks(String pattern) {
        once("networks", pattern, () -> setNetworks(pattern));
    }

    @Override
    public void volumes(String pattern) {
        once("volumes", pattern, () -> setVolumes(pattern));
    }

    @Override
    public void hostNames(String pattern) {
        once("hostNames", pattern, () -> setHostNames(pattern));
    }

    @Override
    public void hostNames(boolean set) {
        once("hostNames", set, () -> setHostNames(set));
    }

    @Override
    public void domain(String name) {
        once("domain", name, () -> setDomain(name));
    }

    @Override
    public void volumesByParent() {
        volumesByParent(true);
    }

    @Override
    public void volumesByParent(boolean by) {
        once("volumesByParent", by, () -> setVolumesByParent(by));
    }

    void setSeparator(String text) {
        separator = NamePattern.separator(text);
    }

    void setContainers(String pattern) {
        containers = new NamePattern(Kind.CONTAINER, pattern);
    }

    void setNetworks(String pattern) {
        networks = new NamePattern(Kind.NETWORK, pattern);
    }

    void setVolumes(String pattern) {
        volumes = new NamePattern(Kind.VOLUME, pattern);
    }

    void setHostNames(Object names) {
        if (names instanceof CharSequence pattern) {
            hostNames = new NamePattern(Kind.HOST, pattern.toString());
        } else if (names instanceof Boolean set) {
            setHostNames = set;
        } else {
            throw new Mistake("`hostNames` takes a pattern, true or false, and this is " + Given.described(names));
        }
    }

    void setDomain(String name) {
        domain = Rules.hostName(name);
    }

    void setVolumesByParent(boolean by) {
        byParent = by;
    }

    NamingScheme build() {
        return new NamingScheme(
                pattern(containers, Kind.CONTAINER),
                pattern(networks, Kind.NETWORK),
                pattern(volumes, Kind.VOLUME),
                Optional.ofNullable(hostNames),
                Optional.ofNullable(setHostNames),
                Optional.ofNullable(domain),
                Optional.ofNullable(byParent));
    }

    private Optional<NamePattern> pattern(@Nullable NamePattern own, Kind kind) {
        return Optional.ofNullable(own).or(() -> Optional.ofNullable(separator).map(kind::joined));
    }
}
