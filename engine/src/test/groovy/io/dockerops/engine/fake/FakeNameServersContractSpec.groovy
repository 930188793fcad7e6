package io.dockerops.engine.fake

import io.dockerops.engine.port.NameServer
import io.dockerops.engine.port.NameServers
import io.dockerops.engine.port.NameServersContract
import java.nio.file.Path

class FakeNameServersContractSpec extends NameServersContract {

    private final FakeNameServers fake = new FakeNameServers(ZONE)

    @Override
    NameServers servers() {
        fake
    }

    @Override
    NameServer at() {
        new NameServer('10.0.0.53', 53)
    }

    @Override
    Path key() {
        Path.of('/keys/dns.key')
    }
}
