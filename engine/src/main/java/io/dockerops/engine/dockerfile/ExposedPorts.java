package io.dockerops.engine.dockerfile;

import io.dockerops.engine.model.Port;
import io.dockerops.engine.problem.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word behind EXPOSE: {@code port[-port][/protocol]}. */
final class ExposedPorts {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?(?:/([a-zA-Z]+))?");

    private ExposedPorts() {}

    /**
     * The ports that {@code text} names.
     *
     * @param otherwise the protocol when it says none
     * @throws Mistake when it names none
     */
    static List<Port> parse(String text, Port.Protocol otherwise) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Mistake(
                    "`" + text + "` is not a port that an image can expose", "write `80`, `53/udp` or `8000-8010/tcp`");
        }
        Port.Protocol protocol = form.group(3) == null ? otherwise : protocol(form.group(3));
        int first = Integer.parseInt(form.group(1));
        int last = form.group(2) == null ? first : Integer.parseInt(form.group(2));
        if (last < first) {
            throw new Mistake("the range " + text + " goes down", "write the smaller port first");
        }
        List<Port> ports = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            ports.add(new Port(number, protocol));
        }
        return ports;
    }

    private static Port.Protocol protocol(String text) {
        try {
            return Port.Protocol.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Mistake("`" + text + "` is not a protocol of ports", "write `tcp`, `udp` or `sctp`");
        }
    }
}
