package io.dockerops.engine.docker

import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.port.ContainerEngineContract
import io.dockerops.engine.port.ContainerEvent
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.HostUnreachable
import io.dockerops.engine.port.LogRequest
import io.dockerops.engine.port.Program
import java.nio.file.Path
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.IgnoreIf

/** What callers see of an engine that goes away while it is used. */
class LostEngineIT extends ContainerEngineContract implements OnDocker {

    @IgnoreIf({ !(System.getenv('DOCKER_HOST') ?: 'unix:///var/run/docker.sock').startsWith('unix://') })
    def "an engine that dies while #what is lost"() {
        given:
        start('one', Program.running(['up']))
        def wire = relay()
        def others = hosts()
        def afar = others.engine(relayed())
        def begun = new CountDownLatch(1)
        def calling = inBackground { call.call(afar, name('one'), begun) }
        begun.await(60, TimeUnit.SECONDS)

        when:
        wire.close()
        calling.get(60, TimeUnit.SECONDS)

        then:
        def failure = thrown(Exception)
        failure.cause instanceof HostUnreachable
        failure.cause.reason() == HostUnreachable.Reason.LOST

        cleanup:
        others.close()
        wire.close()

        where:
        what                | call
        'a log is followed' | { on, who, latch -> on.logs(who, FOLLOW) { line, error -> latch.countDown() } }
        'a command runs'    | { on, who, latch -> on.attach(who, session(SPEAKING, InputStream.nullInputStream(), telling(latch)), { }) }
    }

    @IgnoreIf({ !(System.getenv('DOCKER_HOST') ?: 'unix:///var/run/docker.sock').startsWith('unix://') })
    def "whoever listens hears that the engine is lost, and so do later calls"() {
        given:
        def wire = relay()
        def others = hosts()
        def afar = others.engine(relayed())
        def lost = new ConcurrentLinkedQueue<EngineException>()
        afar.events(labels(), listener(new ConcurrentLinkedQueue<ContainerEvent>(), lost))

        when:
        wire.close()

        then:
        conditions.eventually { assert lost*.class == [HostUnreachable] }
        lost.peek().reason() == HostUnreachable.Reason.LOST

        when:
        afar.containers(new TreeMap<>())

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.reason() == HostUnreachable.Reason.LOST

        cleanup:
        others.close()
    }

    static final List<String> SPEAKING = ['sh', '-c', 'echo up; sleep 600']
    static final LogRequest FOLLOW = new LogRequest(true, Optional.empty(), Optional.empty(), false)

    static OutputStream telling(CountDownLatch latch) {
        new OutputStream() {
            @Override
            void write(int value) {
                latch.countDown()
            }
        }
    }

    private EngineRelay relay() {
        def engine = (System.getenv('DOCKER_HOST') ?: 'unix:///var/run/docker.sock') - 'unix://'
        new EngineRelay(folder.resolve('relay.sock'), Path.of(engine))
    }

    private Host relayed() {
        new Host(new HostId('relayed'), new HostAddress.Unix(folder.resolve('relay.sock')))
    }
}
