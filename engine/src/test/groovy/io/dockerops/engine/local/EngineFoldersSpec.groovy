package io.dockerops.engine.local

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

class EngineFoldersSpec extends Specification {

    @TempDir
    Path folder

    def "the socket lies in the data folder while its path is short enough"() {
        expect:
        EngineFolders.under(Path.of('/home/user/.local/share/dockerops/engine')).socket().toString() ==
            '/home/user/.local/share/dockerops/engine/docker.sock'
    }

    def "where the path is too long for sockets they lie under /run, for each data folder apart"() {
        given:
        def one = EngineFolders.under(Path.of('/home/' + 'x' * 80 + '/one'))
        def two = EngineFolders.under(Path.of('/home/' + 'x' * 80 + '/two'))

        expect:
        one.socket().toString() ==~ '/run/dockerops-[0-9a-f]{8}/docker.sock'
        one.socket() != two.socket()
        one.log().startsWith(one.data())
    }

    def "the folders are this user's alone"() {
        given:
        def folders = EngineFolders.under(folder.resolve('data'))

        when:
        folders.create()

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.data())) == 'rwx------'
    }

    def "settings of the user stay"() {
        given:
        def folders = EngineFolders.under(folder.resolve('data'))
        folders.create()
        Files.writeString(folders.settings(), '{"debug": true}')

        when:
        folders.create()

        then:
        Files.readString(folders.settings()) == '{"debug": true}'
    }
}
