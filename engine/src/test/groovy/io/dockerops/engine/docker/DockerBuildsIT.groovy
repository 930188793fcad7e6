package io.dockerops.engine.docker

import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.port.BuildRequest
import io.dockerops.engine.port.Cancelled
import io.dockerops.engine.port.ContainerEngineContract
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.ProgressListener
import java.nio.file.Files
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** What a real engine builds, beyond the contract. */
class DockerBuildsIT extends ContainerEngineContract implements OnDocker {

    def "a build uses arguments, target and a Dockerfile of another name, and leaves out what is ignored"() {
        given:
        write('docker/app.Dockerfile', """\
            FROM $image AS first
            ARG WHO
            COPY . /context
            RUN echo "hello \$WHO" > /greeting
            FROM first AS second
            RUN false
            """.stripIndent())
        write('.dockerignore', '*.secret\n')
        write('key.secret', 'x')
        write('src/main', 'x')
        def recipe = new Image.Build(folder, 'docker/app.Dockerfile', new TreeMap<>(WHO: 'world'), Optional.of('first'))

        when:
        build(recipe, 'app')

        then:
        run('app', 'cat /greeting; ls -a /context /context/src').readLines() ==
            ['hello world', '/context:', '.', '..', '.dockerignore', 'docker', 'src', '', '/context/src:', '.', '..', 'main']
    }

    def "a build's log comes line by line"() {
        given:
        write('Dockerfile', "FROM $image\nRUN echo one && echo two\n")
        def news = new ConcurrentLinkedQueue<String>()

        when:
        build(recipe(), 'app') { news << it.text() }

        then:
        news.containsAll(['one', 'two'])
        news.any { it.startsWith('Step 1/') && it.endsWith("FROM $image") }
    }

    def "a build that fails tells the engine's words and the step"() {
        given:
        write('Dockerfile', "FROM $image\nRUN echo fine\nRUN exit 3\n")

        when:
        build(recipe(), 'app')

        then:
        def refused = thrown(EngineRefused)
        refused.status() == 0
        refused.engineMessage().contains('returned a non-zero code: 3')
        refused.output().findAll { it.startsWith('Step') || it == 'fine' }*.replaceAll('/.*: ', ': ') ==
            ['Step 1: ' + "FROM $image", 'Step 2: RUN echo fine', 'fine', 'Step 3: RUN exit 3']*.toString()
        refused.engineMessage() ==~ /(?s).*\(in: Step 3\/\d+ : RUN exit 3\)/
        imageDetails(ImageReference.parse("$run/app")) == null
    }

    def "a build without cache takes no step from an earlier one"() {
        given:
        write('Dockerfile', "FROM $image\nRUN cat /proc/sys/kernel/random/uuid > /id\n")
        build(recipe(), 'app')
        def first = run('app', 'cat /id')

        when:
        engine.build(new BuildRequest(recipe(), ImageReference.parse("$run/app"), new TreeMap<>(), cached, Optional.empty()),
            ProgressListener.SILENT)

        then:
        (run('app', 'cat /id') == first) == cached

        where:
        cached << [true, false]
    }

    def "a build without its Dockerfile is refused"() {
        when:
        build(recipe(), 'app')

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage().contains('Dockerfile')
    }

    def "an interrupted build is cancelled, and the engine ends it"() {
        given:
        write('Dockerfile', "FROM $image\nRUN sleep 600\n")
        def ended = new ConcurrentLinkedQueue<Throwable>()
        def started = new CountDownLatch(1)
        def building = new Thread({
            build(recipe(), 'app') {
                if (it.text().contains('sleep')) {
                    started.countDown()
                }
            }
        })
        building.uncaughtExceptionHandler = { thread, failure -> ended << failure }
        building.start()
        started.await(60, TimeUnit.SECONDS)

        when:
        building.interrupt()
        building.join(60_000)

        then:
        ended*.class == [Cancelled]
        conditions.eventually { assert engine.containers(labels()).empty }
        imageDetails(ImageReference.parse("$run/app")) == null
    }

    private Image.Build recipe() {
        new Image.Build(folder, 'Dockerfile', new TreeMap<>(), Optional.empty())
    }

    private void build(Image.Build recipe, String suffix, ProgressListener progress = ProgressListener.SILENT) {
        engine.build(new BuildRequest(recipe, ImageReference.parse("$run/$suffix"), new TreeMap<>()), progress)
    }

    private String run(String image, String script) {
        engine.runToEnd(name('run'), wanted('Image': "$run/$image", 'Cmd': ['sh', '-c', script])).output()
    }

    private void write(String file, String content) {
        Files.createDirectories(folder.resolve(file).parent)
        Files.writeString(folder.resolve(file), content)
    }
}
