package io.dockerops.platform

import java.nio.file.Files
import java.nio.file.Path

/** The images of the platform library, made once from a bootstrapped Debian on the engine that DOCKER_HOST names. */
class PlatformImages {

    static final Path LIBRARY = Path.of('../libraries/platform').toAbsolutePath().normalize()
    static final String DEBIAN = 'dockerops-it/debian:bookworm'

    /** What carries the marks of the specs, to be found by whoever looks at the engine. */
    static final String LABEL = 'io.dockerops.it=platform'

    @Lazy
    static final String BASE = {
        debian()
        build('dockerops-it/base', LIBRARY.resolve('images/base'), DEBIAN)
    }()

    @Lazy
    static final String DNS = { build('dockerops-it/dns', LIBRARY.resolve('images/dns'), BASE) }()

    /** Makes the Debian that they are built upon, unless the engine has it. */
    static void debian() {
        if (Docker.call('image', 'inspect', DEBIAN).code != 0) {
            bootstrap()
        }
    }

    private static void bootstrap() {
        def folder = Files.createTempDirectory('platform-images')
        def tar = folder.resolve('debian.tar').toString()
        try {
            Docker.process(['mmdebstrap', '--quiet', '--variant=minbase', 'bookworm', tar]).mustSucceed()
            Docker.call('import', tar, DEBIAN).mustSucceed()
        } finally {
            Files.deleteIfExists(Path.of(tar))
            Files.delete(folder)
        }
    }

    /** Builds the folder of a Dockerfile on another image, and returns the tag. */
    static String build(String tag, Path context, String base) {
        Docker.call('build', '-q', '-t', tag, '--build-arg', "BASE=$base", context.toString()).mustSucceed()
        tag
    }
}
