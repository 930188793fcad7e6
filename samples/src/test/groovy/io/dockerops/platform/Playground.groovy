package io.dockerops.platform

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.util.concurrent.PollingConditions

/** A network with containers, volumes and child images, all of which go when it is closed. */
class Playground implements Closeable {

    private static int made

    final String name = "platform-${ProcessHandle.current().pid()}-${made++}"
    private final Path folder = Files.createTempDirectory('platform')
    private final Map<String, String> containers = [:]
    private final List<String> volumes = []
    private final List<String> images = []
    private boolean network

    static PollingConditions soon() {
        new PollingConditions(timeout: 120, delay: 0.1)
    }

    /** Makes a container: options of `docker create`, files to copy in (path to text), the command, and whether the engine checks its health. */
    String create(Map<String, ?> how = [:], String image, String... options) {
        if (!network) {
            makeNetwork()
        }
        def host = how.host ?: "c${containers.size()}"
        def id = Docker.call('create', '--label', PlatformImages.LABEL, '--network', name, '--hostname', host as String,
            *(how.health ? [] : ['--no-healthcheck']), *options, image, *(how.command as List ?: [])).mustSucceed().out
        containers[id] = host
        how.files?.each { path, text -> copyIn(id, path as String, text as String) }
        id
    }

    /** With the subnet that the engine would choose, but a given one, so that containers can be given addresses. */
    private void makeNetwork() {
        Docker.call('network', 'create', name).mustSucceed()
        def subnet = Docker.call('network', 'inspect', '-f', '{{(index .IPAM.Config 0).Subnet}}', name).mustSucceed().out
        Docker.call('network', 'rm', name).mustSucceed()
        Docker.call('network', 'create', '--label', PlatformImages.LABEL, '--subnet', subnet, name).mustSucceed()
        network = true
    }

    /** Makes and starts a container. */
    String run(Map<String, ?> how = [:], String image, String... options) {
        def id = create(how, image, options)
        Docker.call('start', id).mustSucceed()
        id
    }

    /** The same, once the container says that it is ready. */
    String runReady(Map<String, ?> how = [:], String image, String... options) {
        def id = run(how, image, options)
        awaitReady(id)
        id
    }

    /** What a container that ends by itself has written, and its exit code. */
    Docker runToEnd(Map<String, ?> how = [:], String image, String... options) {
        def id = create(how, image, options)
        def result = Docker.call('start', '-a', id)
        assert Docker.call('inspect', '-f', '{{.State.Running}}', id).out == 'false'
        result
    }

    void awaitReady(String id) {
        soon().eventually { assert isReady(id) }
    }

    static boolean isReady(String id) {
        Docker.call('exec', id, 'container-ready').code == 0
    }

    private void copyIn(String id, String path, String text) {
        def file = folder.resolve(path.substring(path.lastIndexOf('/') + 1))
        Files.writeString(file, text)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(text.startsWith('#!') ? 'rwxr-xr-x' : 'rw-rw-rw-'))
        Docker.call('cp', file.toString(), "$id:$path").mustSucceed()
        Files.delete(file)
    }

    static Docker exec(String id, String... command) {
        Docker.call('exec', id, *command)
    }

    /** The standard output of a command that must succeed. */
    static String ask(String id, String... command) {
        exec(id, command).mustSucceed().out
    }

    static String log(String id) {
        def logs = Docker.call('logs', id)
        logs.out + '\n' + logs.err
    }

    String address(String id) {
        Docker.call('inspect', '-f', "{{(index .NetworkSettings.Networks \"$name\").IPAddress}}", id).mustSucceed().out
    }

    void stop(String id) {
        Docker.call('stop', '-t', '20', id).mustSucceed()
    }

    void kill(String id) {
        Docker.call('kill', id).mustSucceed()
    }

    void remove(String id) {
        Docker.call('rm', '-f', id).mustSucceed()
        containers.remove(id)
    }

    /** A volume in which a script has been at work, in its folder. */
    String volume(String script = 'true') {
        def volume = Docker.call('volume', 'create', '--label', PlatformImages.LABEL).mustSucceed().out
        volumes << volume
        inVolume(volume, script)
        volume
    }

    /** What a script in the folder of a volume says. */
    static String inVolume(String volume, String script) {
        Docker.call('run', '--rm', '-v', "$volume:/persistent", '-w', '/persistent', '--entrypoint', 'sh', PlatformImages.DEBIAN,
            '-c', script).mustSucceed().out
    }

    /** Builds an image from a Dockerfile and other files. */
    String image(Map<String, String> files) {
        def context = Files.createDirectory(folder.resolve("image${images.size()}"))
        files.each { path, text -> Files.writeString(context.resolve(path), text) }
        def tag = "$name:${images.size()}" as String
        images << tag
        Docker.call('build', '-q', '--label', PlatformImages.LABEL, '-t', tag, context.toString()).mustSucceed()
        tag
    }

    @Override
    void close() {
        if (containers) {
            Docker.call('rm', '-f', '-v', *containers.keySet())
        }
        volumes.each { Docker.call('volume', 'rm', it) }
        images.reverse().each { Docker.call('image', 'rm', it) }
        if (network) {
            Docker.call('network', 'rm', name)
        }
        folder.toFile().deleteDir()
    }
}
