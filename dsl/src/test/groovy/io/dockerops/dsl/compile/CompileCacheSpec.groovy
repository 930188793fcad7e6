package io.dockerops.dsl.compile

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Requires

class CompileCacheSpec extends TinySpecification {

    Path cache

    def setup() {
        cache = folder.resolve('cache')
        write("project 'shop'")
    }

    private CompiledScripts cached() {
        return CompiledScripts.cachedIn(cache, TINY)
    }

    private List<String> said() {
        return ran(load(cached())).said
    }

    private List<Path> entries() {
        Path scripts = cache.resolve('scripts')
        return Files.exists(scripts) ? Files.list(scripts).withCloseable { it.sorted().toList() } : []
    }

    def "an unchanged script is not compiled again, and the Groovy compiler is not loaded"() {
        given:
        write('''\
            project "shop ${1 + 1}"
            include 'lib/db.groovy'
            ''')
        write('lib/db.groovy', '''\
            def name = Names.of('db')
            service(name) {
                image "$name:17"
                healthy { every 2.seconds }
            }
            ''')
        write('lib/Names.groovy', 'class Names { static String of(String name) { return "my-$name" } }')

        when:
        def compiled = CachedRun.inNewJvm(folder, cache)
        def kept = CachedRun.inNewJvm(folder, cache)

        then:
        compiled.said() == ['project shop 2', 'service my-db', 'image my-db:17', 'healthy', 'every PT2S']
        kept.said() == compiled.said()

        and:
        compiled.compilerClasses().size() > 100
        kept.compilerClasses() == []
    }

    def "what was compiled for a script is used for a copy of it"() {
        given:
        said()
        write('elsewhere/project.groovy', "project 'shop'")

        when:
        cached().load(folder.resolve('elsewhere/project.groovy'))

        then:
        entries().size() == 1
    }

    def "a changed #what is compiled anew"() {
        given:
        write("include 'lib/a.groovy'")
        write('lib/a.groovy', "project Names.A")
        write('lib/Names.groovy', "class Names { static final String A = 'a' }")
        said()
        int before = entries().size()

        when:
        write(file, text)

        then:
        said() == expected
        entries().size() > before

        where:
        what             | file                | text                                                 | expected
        'script'         | 'project.groovy'    | "project 'b'"                                        | ['project b']
        'included file'  | 'lib/a.groovy'      | "project 'c'"                                        | ['project c']
        'class'          | 'lib/Names.groovy'  | "class Names { static final String A = 'other' }"    | ['project other']
    }

    def "an entry that is #damage is not used, and replaced"() {
        given:
        said()
        Path entry = entries().first()
        byte[] whole = Files.readAllBytes(entry)

        when:
        Files.write(entry, spoil(whole))

        then:
        said() == ['project shop']
        Files.readAllBytes(entry) == whole

        where:
        damage                        | spoil
        'empty'                       | { byte[] all -> new byte[0] }
        'cut short'                   | { byte[] all -> Arrays.copyOf(all, (int) (all.length / 2)) }
        'longer'                      | { byte[] all -> Arrays.copyOf(all, all.length + 1) }
        'changed in its head'         | { byte[] all -> flipped(all, 1) }
        'changed in its key'          | { byte[] all -> flipped(all, 20) }
        'changed in its classes'      | { byte[] all -> flipped(all, all.length - 300) }
        'changed in its checksum'     | { byte[] all -> flipped(all, all.length - 1) }
        'something else'              | { byte[] all -> 'not a unit'.bytes }
    }

    private static byte[] flipped(byte[] all, int at) {
        byte[] changed = all.clone()
        changed[at] = (byte) (changed[at] ^ 1)
        return changed
    }

    def "an entry of another script is not used, even under this script's name"() {
        given:
        said()
        Path entry = entries().first()
        write("project 'other'")
        said()
        Path other = entries().find { it != entry }

        when:
        Files.copy(entry, other, java.nio.file.StandardCopyOption.REPLACE_EXISTING)

        then:
        said() == ['project other']
    }

    def "folders and entries are readable by their user alone"() {
        when:
        said()

        then:
        mode(cache) == 'rwx------'
        mode(cache.resolve('scripts')) == 'rwx------'
        mode(entries().first()) == 'rw-------'
    }

    def "a folder of this user that others can read is closed to them"() {
        given:
        Files.createDirectories(cache)
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString('rwxr-xr-x'))

        when:
        said()

        then:
        mode(cache) == 'rwx------'
        entries().size() == 1
    }

    def "a folder that others can write is not used"() {
        given:
        Files.createDirectories(cache)
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString('rwxrwxrwx'))

        expect:
        said() == ['project shop']
        entries() == []
    }

    def "an entry that others can write is not used"() {
        given:
        said()
        Path entry = entries().first()
        def before = Files.getLastModifiedTime(entry)
        Files.setLastModifiedTime(entry, FileTime.from(Instant.EPOCH))
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString('rw-rw-rw-'))

        when:
        said()

        then: 'it was written anew'
        mode(entry) == 'rw-------'
        Files.getLastModifiedTime(entry) >= before
    }

    @Requires({ Files.getAttribute(Path.of('/proc/self'), 'unix:uid') == 0 })
    def "what another user owns is not used: #what"() {
        given:
        said()
        byte[] whole = Files.readAllBytes(entries().first())
        Path foreign = what == 'entry' ? entries().first() : cache.resolve(what)
        Files.setAttribute(foreign, 'unix:uid', 65534)
        Files.writeString(entries().first(), 'theirs')

        expect:
        said() == ['project shop']

        and: 'nothing is written into a folder of theirs'
        what == 'entry' ? Files.readAllBytes(entries().first()) == whole : Files.readString(entries().first()) == 'theirs'

        where:
        what << ['entry', 'scripts', '.']
    }

    def "a link in the place of the folder is not followed"() {
        given:
        Path target = Files.createDirectories(folder.resolve('elsewhere'))
        Files.createSymbolicLink(cache, target)

        expect:
        said() == ['project shop']
        Files.list(target).withCloseable { it.count() } == 0
    }

    def "without a folder scripts are compiled each time"() {
        given:
        Files.writeString(cache, 'a file in its place')

        expect:
        said() == ['project shop']
        said() == ['project shop']
    }

    def "a wrong script is not kept"() {
        given:
        write("projct 'shop'")

        when:
        problems { load(cached()) }

        then:
        entries() == []
    }

    def "several runs may write and read at once"() {
        given:
        def threads = Executors.newFixedThreadPool(8)
        def projects = (1..4).collect { write("p$it/project.groovy", "project 'p$it'") }

        when:
        def results = threads.invokeAll((0..<24).collect { n ->
            { ->
                LoadedScript script = cached().load(projects[n % 4])
                TinyProject project = new TinyProject(script.places(), script.includes())
                script.run { Script each -> each.binding = new Binding(project: project) }
                return project.said == ["project p${n % 4 + 1}".toString()]
            } as Callable<Boolean>
        }).collect { it.get() }

        then:
        results.every()
        entries().size() == 4

        cleanup:
        threads.shutdown()
    }

    def "entries that were not used for a month are dropped, and what was left behind unfinished"() {
        given:
        said()
        Path used = entries().first()
        Path old = cache.resolve('scripts/0000000000000000.unit')
        Path young = cache.resolve('scripts/0000000000000001.unit')
        Path unfinished = cache.resolve('scripts/new123.tmp')
        [(old): 31, (young): 29, (unfinished): 1].each { file, days ->
            Files.writeString(file, 'x')
            Files.setLastModifiedTime(file, FileTime.from(Instant.now() - Duration.ofDays(days)))
        }

        when:
        write("project 'other'")
        said()

        then:
        !Files.exists(old)
        !Files.exists(unfinished)
        Files.exists(young)
        Files.exists(used)
    }

    def "an entry that is used stays young"() {
        given:
        said()
        Path entry = entries().first()
        Files.setLastModifiedTime(entry, FileTime.from(Instant.now() - Duration.ofDays(20)))

        when:
        said()

        then:
        Files.getLastModifiedTime(entry).toInstant() > Instant.now() - Duration.ofDays(1)
    }

    def "there are never more than 200 entries, and the youngest stay"() {
        given:
        said()
        (1..250).each {
            Path file = cache.resolve("scripts/${it.toString().padLeft(16, '0')}.unit")
            Files.writeString(file, 'x')
            Files.setLastModifiedTime(file, FileTime.from(Instant.now() - Duration.ofMinutes(it)))
        }

        when:
        write("project 'other'")
        said()

        then:
        entries().size() == 200
        Files.exists(cache.resolve('scripts/0000000000000198.unit'))
        !Files.exists(cache.resolve('scripts/0000000000000199.unit'))
    }

    private static String mode(Path file) {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
    }
}
