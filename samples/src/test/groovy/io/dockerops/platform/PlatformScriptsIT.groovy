package io.dockerops.platform

import io.dockerops.engine.machine.Tool
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification

class PlatformScriptsIT extends Specification {

    private static List<Path> scripts() {
        Files.walk(PlatformImages.LIBRARY).withCloseable { files ->
            files.filter { Files.isRegularFile(it) && (it.toString().endsWith('.sh') || it.toFile().text.startsWith('#!')) }.sorted().toList()
        }
    }

    @Requires({ Tool.find('shellcheck').present })
    def "ShellCheck has nothing to say of the scripts of the images"() {
        given:
        def checked = scripts()

        expect:
        checked.size() > 10
        Docker.process(['shellcheck', *checked]).mustSucceed().out == ''
    }
}
