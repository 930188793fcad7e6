package io.dockerops.cli

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class TrainingSpec extends Specification {

    @TempDir
    Path folder

    def "every command that the archive is trained with succeeds"() {
        expect:
        new Training(folder).run() == 0
    }
}
