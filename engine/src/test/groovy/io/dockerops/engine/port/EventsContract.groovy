package io.dockerops.engine.port

import io.dockerops.engine.model.IpAddress
import java.time.Duration
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutionException
import java.util.concurrent.TimeUnit

/** What an engine owes callers about events, and about being ended. */
abstract class EventsContract extends ContainerEngineContract {

    def "an engine names its version, the API that is spoken and its platform"() {
        expect:
        with(engine.info()) {
            version() ==~ /\d+\..*/
            apiVersion() ==~ /1\.\d+/
            operatingSystem() ==~ /\w+\/\w+/
        }
    }

    def "an engine tells the name of its host and the addresses of its interfaces"() {
        expect:
        engine.hostName() ==~ /\S+/
        engine.interfaces().lo.contains('127.0.0.1')
        engine.interfaces().values().flatten().every { IpAddress.parse(it) }
    }

    def "whoever listens hears what happens to containers with the labels, from the first moment"() {
        given:
        create('other', 'Labels.colour': 'blue')
        create('one', Program.ending(3), 'Labels.colour': 'red')
        def heard = new ConcurrentLinkedQueue<ContainerEvent>()
        def listening = engine.events(labels(colour: 'red'), listener(heard))

        when:
        engine.start(name('other'))
        engine.start(name('one'))

        then:
        conditions.eventually { assert heard.any { it.action() == 'die' } }
        heard.every { it.containerName() == name('one') }
        heard*.action().containsAll(['start', 'die'])
        heard.find { it.action() == 'die' }.exitCode() == 3
        heard*.containerId().unique() == [engine.inspect(name('one')).get().id()]

        cleanup:
        listening?.close()
    }

    def "whoever has stopped listening hears nothing more"() {
        given:
        create('one')
        create('two')
        def heard = new ConcurrentLinkedQueue<ContainerEvent>()
        def lost = new ConcurrentLinkedQueue<EngineException>()
        engine.events(labels(), listener(heard, lost)).close()
        def marker = new ConcurrentLinkedQueue<ContainerEvent>()
        def listening = engine.events(labels(), listener(marker))

        when:
        engine.start(name('one'))

        then:
        conditions.eventually { assert marker.any { it.action() == 'start' } }
        !heard.any { it.action() == 'start' }
        lost.isEmpty()

        cleanup:
        listening?.close()
    }

    def "an interrupted caller is told that it was cancelled: #call"() {
        given:
        start('one')
        Thread.currentThread().interrupt()

        when:
        action.call(engine, name('one'))

        then:
        thrown(Cancelled)

        cleanup:
        Thread.interrupted()

        where:
        call      | action
        'list'    | { ContainerEngine on, String who -> on.containers(new TreeMap<>()) }
        'inspect' | { ContainerEngine on, String who -> on.inspect(who) }
        'stop'    | { ContainerEngine on, String who -> on.stop(who, Duration.ZERO) }
        'logs'    | { ContainerEngine on, String who -> on.logs(who, LogRequest.last(1), { line, error -> }) }
    }

    def "following a log can be interrupted"() {
        given:
        start('one', Program.running(['up']))
        def first = new CountDownLatch(1)
        def reader = new Thread({
            engine.logs(name('one'), new LogRequest(true, Optional.empty(), Optional.empty(), false)) { line, error -> first.countDown() }
        })
        def ended = new ConcurrentLinkedQueue<Throwable>()
        reader.uncaughtExceptionHandler = { thread, failure -> ended << failure }
        reader.start()
        first.await(60, TimeUnit.SECONDS)

        when:
        reader.interrupt()
        reader.join(60_000)

        then:
        ended*.class == [Cancelled]
    }

    def "closing an engine ends what is under way"() {
        given:
        start('one', Program.running(['up']))
        def closing = connect()
        def first = new CountDownLatch(1)
        def reading = inBackground {
            closing.logs(name('one'), new LogRequest(true, Optional.empty(), Optional.empty(), false)) { line, error -> first.countDown() }
        }
        first.await(60, TimeUnit.SECONDS)

        when:
        closing.close()
        reading.get(60, TimeUnit.SECONDS)

        then:
        def ended = thrown(ExecutionException)
        ended.cause instanceof EngineException
    }
}
