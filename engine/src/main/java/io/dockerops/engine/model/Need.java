package io.dockerops.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What settings say that needs other instances, which therefore come first.
 *
 * @param word the word that says it
 * @param value under which value {@link Origins} keep its place
 * @param target the instances
 */
public record Need(String word, String value, Selector target) {

    /** All needs of {@code settings} that name services or instances; used volumes are another way to need one. */
    public static List<Need> of(Settings settings) {
        List<Need> needs = new ArrayList<>();
        settings.links().forEach(link -> needs.add(of("link", link.target())));
        for (Mount mount : settings.mounts()) {
            if (mount instanceof Mount.From from) {
                needs.add(new Need("use", from.key(), from.source()));
            }
        }
        Networking networking = settings.networking();
        networking
                .endpoints()
                .forEach(endpoint -> endpoint.links()
                        .forEach(link ->
                                needs.add(new Need("network", endpoint.network().name(), link.target()))));
        networking.mode().ifPresent(mode -> {
            if (mode instanceof NetworkMode.OfInstance shared) {
                needs.add(of("networkMode", shared.target()));
            }
        });
        Namespaces.of(settings).forEach((field, target) -> needs.add(of(Namespaces.word(field), target)));
        return needs;
    }

    private static Need of(String word, Selector target) {
        return new Need(word, target.toString(), target);
    }
}
