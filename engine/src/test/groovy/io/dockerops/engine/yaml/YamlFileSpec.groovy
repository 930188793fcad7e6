package io.dockerops.engine.yaml

import io.dockerops.engine.problem.ProblemException
import io.dockerops.engine.yaml.tree.Findings
import io.dockerops.engine.yaml.tree.Item
import io.dockerops.engine.yaml.tree.Values
import io.dockerops.engine.yaml.tree.Variables
import io.dockerops.engine.yaml.tree.YamlFile
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class YamlFileSpec extends Specification {

    @TempDir
    Path folder
    Findings findings = new Findings()

    def "each value knows where it stands"() {
        given:
        def root = read('a: 1\nb: {c: two words}\n') as Item.Keyed
        def inner = root.entries()[1].value() as Item.Keyed

        expect:
        inner.entries()[0].value().place().with { [line(), column(), endColumn()] } == [2, 8, 17]
        root.entries()*.key()*.place()*.line() == [1, 2]
    }

    def "texts stay as they are written: #yaml"() {
        expect:
        (read(yaml) as Item.Single).text() == written
        (read(yaml) as Item.Single).kind() == meant

        where:
        yaml         || written      | meant
        '0750'       || '0750'       | Item.Kind.NUMBER
        '12:30'      || '12:30'      | Item.Kind.NUMBER
        '"0750"'     || '0750'       | Item.Kind.TEXT
        '!!str 1'    || '1'          | Item.Kind.TEXT
        'no'         || 'no'         | Item.Kind.FLAG
        '"no"'       || 'no'         | Item.Kind.TEXT
        '~'          || ''           | Item.Kind.NOTHING
        '2001-02-03' || '2001-02-03' | Item.Kind.TEXT
    }

    def "what a merge brings goes below the map's own keys"() {
        expect:
        Values.textsByKey('c', (read('''
            a: &a {x: 1, y: 1}
            b: &b {y: 2, z: 2}
            c: {<<: [*a, *b], z: 3}
            '''.stripIndent()) as Item.Keyed).entries()[2].value()) == [z: '3', x: '1', y: '1']
    }

    def "a tag holds for the texts right inside: #yaml"() {
        expect:
        Values.texts('x', read(yaml)) == texts

        where:
        yaml                           || texts
        '[!path "$A/b"]'               || ['1/b']
        '!path ["$A/b", "${A}c"]'      || ['1/b', '1c']
        '!path_lazy ["~/b", x~]'       || ['/home/me/b', 'x~']
        '!path ["$A", !env A]'         || ['1', '1']
        '!env_lazy [A]'                || ['1']
        '!env A'                       || ['1']
    }

    def "a file that is not there, or no text, is a problem"() {
        given:
        Files.write(folder.resolve('latin.yaml'), [0x61, 0x3a, 0x20, 0xe4] as byte[])

        when:
        YamlFile.read(folder.resolve(name), new Variables([:], [:]), findings)

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary().every { it.contains(part) }

        where:
        name         | part
        'none.yaml'  | 'cannot be read'
        'latin.yaml' | 'is not a text in UTF-8'
    }

    def "an empty file holds nothing"() {
        expect:
        (read('# only a comment\n') as Item.Single).nothing()
    }

    private Item read(String yaml) {
        def item = YamlFile.read(Files.writeString(folder.resolve('x.yaml'), yaml), new Variables([:], [A: '1', HOME: '/home/me']),
            findings)
        assert findings.problems().empty
        item
    }
}
