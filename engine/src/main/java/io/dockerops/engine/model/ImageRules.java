package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every image has a name that an engine takes, and one recipe. */
final class ImageRules {

    private record Recipe(Image image, ElementId owner) {}

    private ImageRules() {}

    private record Platformed(InstanceId id, Optional<Platform> platform) {}

    private record OnHost(HostId host, ImageReference image) {}

    static void check(Inquiry inquiry) {
        platforms(inquiry);
        Map<ImageReference, Recipe> recipes = new LinkedHashMap<>();
        inquiry.project.images().forEach(image -> declared(inquiry, image, recipes));
        for (Service service : inquiry.services.values()) {
            Set<Optional<Image>> seen = new LinkedHashSet<>();
            for (Instance instance : inquiry.matching(Selector.all(service.id()))) {
                if (seen.add(instance.settings().image())) {
                    check(inquiry, instance, recipes);
                }
            }
        }
    }

    private static void check(Inquiry inquiry, Instance instance, Map<ImageReference, Recipe> recipes) {
        ImageReference reference;
        try {
            reference = inquiry.project.imageOf(instance);
        } catch (IllegalArgumentException e) {
            unusable(inquiry, instance, String.valueOf(e.getMessage()));
            return;
        }
        Optional<Image> made = instance.settings().image().filter(image -> !(image instanceof Image.Named));
        if (made.isEmpty()) {
            return;
        }
        add(inquiry, reference, new Recipe(made.get(), instance.id()), recipes);
    }

    private static void declared(Inquiry inquiry, Image image, Map<ImageReference, Recipe> recipes) {
        ImageReference reference = inquiry.project.idOf(image).reference();
        add(
                inquiry,
                reference,
                new Recipe(image, new ImageName(Image.nameOf(image).orElseThrow())),
                recipes);
    }

    private static void add(
            Inquiry inquiry, ImageReference reference, Recipe recipe, Map<ImageReference, Recipe> recipes) {
        Recipe first = recipes.putIfAbsent(reference, recipe);
        if (first != null && !first.image().equals(recipe.image())) {
            inquiry.error(
                    recipe.owner(),
                    "image",
                    "",
                    "the image `" + reference + "` would be made in two ways",
                    List.of("the other way stands" + inquiry.in(first.owner(), "image", "") + ", for `"
                            + first.owner().label() + "`: give one of them a service or a name of its own"));
        }
    }

    /** An engine has one image of a name, and so one platform. */
    private static void platforms(Inquiry inquiry) {
        Map<OnHost, Platformed> first = new LinkedHashMap<>();
        for (Instance instance : inquiry.instances) {
            Optional<Platform> platform = platform(inquiry, instance);
            ImageReference image;
            try {
                image = inquiry.project.imageOf(instance);
            } catch (IllegalArgumentException e) {
                continue;
            }
            Platformed other =
                    first.putIfAbsent(new OnHost(instance.host(), image), new Platformed(instance.id(), platform));
            if (platform.isPresent() && instance.settings().image().orElse(null) instanceof Image.Rootfs rootfs) {
                inquiry.error(
                        instance.id(),
                        "platform",
                        "",
                        "the root file system `" + rootfs.name() + "` is made by this machine, and for what this is",
                        List.of("take `platform` out, or name an image that is pulled or built"));
            }
            if (other != null && !platform.equals(other.platform())) {
                inquiry.error(
                        instance.id(),
                        "platform",
                        "",
                        "`" + other.id() + "` and `" + instance.id() + "` run the image `" + image
                                + "` for two platforms, and an engine has one image of a name",
                        List.of("say the same `platform` in both, or give one of them an image with another tag"));
            }
        }
    }

    private static Optional<Platform> platform(Inquiry inquiry, Instance instance) {
        try {
            return Platform.of(instance.settings());
        } catch (Mistake e) {
            inquiry.error(
                    instance.id(), "option", Platform.FIELD.toString(), String.valueOf(e.getMessage()), e.hints());
            return Optional.empty();
        }
    }

    private static void unusable(Inquiry inquiry, Instance instance, String message) {
        boolean unsaid = instance.settings().image().isEmpty();
        inquiry.error(
                instance.id(),
                "image",
                "",
                unsaid
                        ? "service `" + instance.id().service() + "` says no image, and its name cannot be one"
                        : message,
                List.of(unsaid ? "say which one: `image '…'`" : "choose another name"));
    }
}
