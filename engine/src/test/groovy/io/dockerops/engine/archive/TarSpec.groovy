package io.dockerops.engine.archive

import org.apache.commons.compress.archivers.tar.TarArchiveInputStream
import spock.lang.Specification

class TarSpec extends Specification {

    def "a size that has no room in a header is written beside it"() {
        given:
        def large = new TarEntry('large', TarEntry.Kind.FILE, 0644, '', 9_663_676_416, 0, InputStream::nullInputStream)

        expect:
        new TarArchiveInputStream(new ByteArrayInputStream(TarHeader.of(large))).nextEntry.size == 9_663_676_416
    }

    def "a size that stands beside a header is read"() {
        given:
        def large = new TarEntry('large', TarEntry.Kind.FILE, 0644, '', 9_663_676_416, 0, InputStream::nullInputStream)
        def header = new String(TarHeader.of(large), 'ISO-8859-1').replace('size=9663676416', 'size=0000000005')
        def next = new String(TarHeader.of(TarEntry.folder('next', 0755)), 'ISO-8859-1')
        def names = []

        when:
        new BaseTar(new ByteArrayInputStream((header + 'hello'.padRight(512) + next).getBytes('ISO-8859-1')), names::add)
            .readAllBytes()

        then:
        names == ['large', 'next']
    }

    def "a folder that is there already is not entered again"() {
        given:
        def tar = new TarStream('x').add([TarEntry.folder('a', 0700), TarEntry.folder('b', 0755), TarEntry.folder('a', 0755)])
        def names = []

        when:
        new BaseTar(tar.open(), names::add).readAllBytes()

        then:
        names == ['a', 'b']
    }

    def "a time before 1970 is one that a tar has"() {
        expect:
        new TarArchiveInputStream(new ByteArrayInputStream(TarHeader.of(TarEntry.folder('a', 0755).withTime(-5))))
            .nextEntry.lastModifiedTime.toMillis() == 0
    }
}
