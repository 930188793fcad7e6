package io.dockerops.cli

import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.nio.file.attribute.FileTime
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.CompletableFuture
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import javax.tools.ToolProvider
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** The shell script {@code dockerops}, with a program in the place of DockerOps that shows how it was started. */
class LauncherSpec extends Specification {

    static final Path SCRIPT = Path.of(System.getProperty('basedir', '.'), '..', 'dockerops').toRealPath()
    static final String JAVA = System.getProperty('java.home')

    /** Says what it was given; {@code exit N} ends with N, {@code cat} copies its input, {@code property NAME} tells one. */
    static final String MAIN = '''
        package io.dockerops.cli;
        public class Main {
            public static void main(String[] args) throws Exception {
                for (String arg : args) System.out.println("<" + arg + ">");
                if (args.length > 0 && args[0].equals("exit")) System.exit(Integer.parseInt(args[1]));
                if (args.length > 0 && args[0].equals("cat")) System.in.transferTo(System.out);
                if (args.length > 0 && args[0].equals("property")) System.out.println(System.getProperty(args[1]));
            }
        }
        class Training {
            public static void main(String[] args) throws Exception { Main.main(new String[] {"training"}); }
        }
        '''.stripIndent()

    @Shared
    @TempDir
    Path shared

    @TempDir
    Path folder

    Path home
    Map<String, String> environment

    def setupSpec() {
        def source = shared.resolve('Main.java')
        Files.writeString(source, MAIN)
        def classes = Files.createDirectories(shared.resolve('classes'))
        assert ToolProvider.systemJavaCompiler.run(null, null, null, '--release', '17', '-d', "$classes", "$source") == 0
        new ZipOutputStream(Files.newOutputStream(shared.resolve('dockerops.jar'))).withCloseable { jar ->
            ['Main', 'Training'].each {
                jar.putNextEntry(new ZipEntry("io/dockerops/cli/${it}.class"))
                jar.write(Files.readAllBytes(classes.resolve("io/dockerops/cli/${it}.class")))
            }
        }
    }

    def setup() {
        home = release(folder.resolve('release'))
        environment = [PATH: System.getenv('PATH'), HOME: "$folder/home".toString(), JAVA_HOME: JAVA,
                       XDG_CACHE_HOME: "$folder/cache".toString(), DOCKEROPS_JVMS: "$folder/jvms".toString()]
        Files.createDirectories(folder.resolve('jvms'))
    }

    def "arguments arrive as they are, and nothing is said beside what the program says"() {
        when:
        def run = run('a b', '*', '', '$HOME', '"q"', "it's", 'two\nlines', 'ä', '-Dx', '--', '\\')

        then:
        run.out == '<a b>\n<*>\n<>\n<$HOME>\n<"q">\n<it\'s>\n<two\nlines>\n<ä>\n<-Dx>\n<-->\n<\\>\n'
        run.err == ''
        run.code == 0
    }

    def "the exit code #code passes"() {
        expect:
        run('exit', "$code").code == code

        where:
        code << [5, 130]
    }

    def "input passes"() {
        expect:
        runWithInput('some input', 'cat').out == '<cat>\nsome input'
    }

    def "names and output are UTF-8 where no locale is set: #variables"() {
        given:
        environment += variables

        expect:
        run('ä€').out == '<ä€>\n'

        where:
        variables << [[:], [LANG: 'C'], [LC_ALL: 'POSIX'], [LANG: 'C.UTF-8']]
    }

    def "it is found #how"() {
        given:
        def script = make.call(folder, home)

        expect:
        runScript(script, 'x').out == '<x>\n'

        where:
        how                           | make
        'by a link'                   | { f, h -> Files.createSymbolicLink(f.resolve('link'), h.resolve('bin/dockerops')) }
        'by a relative link'          | { f, h -> Files.createSymbolicLink(f.resolve('link'), Path.of('release/bin/dockerops')) }
        'by a link to a link'         | { f, h ->
            Files.createSymbolicLink(f.resolve('one'), h.resolve('bin/dockerops'))
            Files.createSymbolicLink(Files.createDirectories(f.resolve('sub')).resolve('two'), Path.of('../one'))
        }
        'in a linked folder'          | { f, h -> Files.createSymbolicLink(f.resolve('linked'), h).resolve('bin/dockerops') }
        'in a folder with blanks'     | { f, h -> release(f.resolve('a folder  with * blanks')).resolve('bin/dockerops') }
        'in a folder named like -rf'  | { f, h -> release(f.resolve('-rf')).resolve('bin/dockerops') }
    }

    def "it is found by its name alone: #command"() {
        given:
        environment.PATH = "${home.resolve('bin')}:${environment.PATH}".toString()

        expect:
        execute(command, '', home.resolve('bin')).out == '<x>\n'

        where:
        command << [['dockerops', 'x'], ['sh', 'dockerops', 'x'], ['./dockerops', 'x']]
    }

    def "it runs in #shell"() {
        expect:
        execute([shell, home.resolve('bin/dockerops').toString(), 'a b'], '').out == '<a b>\n'

        where:
        shell << ['sh', 'dash', 'bash'].findAll { new File("/bin/$it").canExecute() }
    }

    def "options of #variable reach the JVM"() {
        given:
        environment[variable] = '-Dseen=yes -Xmx200m'

        expect:
        run('property', 'seen').out.readLines().last() == 'yes'

        where:
        variable << ['DOCKEROPS_OPTS', 'JAVA_OPTS']
    }

    def "without Java it says so, with what to install"() {
        given:
        environment.remove('JAVA_HOME')
        environment.PATH = pathWithoutJava()

        when:
        def run = run('x')

        then:
        run.code == 1
        run.out == ''
        run.err.readLines()[0] == 'dockerops: Java 17 or newer is needed, and there is none'
        run.err.readLines()[1] =~ /apt-get install -y --no-install-recommends \S+-jdk-headless$/
        run.err.contains('JAVA_HOME')
    }

    def "Java that is too old is named: #version"() {
        given:
        environment.PATH = pathWithoutJava()
        environment.JAVA_HOME = fakeJava('old', version)

        when:
        def run = run('x')

        then:
        run.code == 1
        run.err.readLines()[0] == "dockerops: Java 17 or newer is needed, and there is Java $major in $folder/jvms/old"

        where:
        version     | major
        '11.0.2'    | 11
        '1.8.0_402' | 8
        '9-ea'      | 9
        '16'        | 16
    }

    def "where JAVA_HOME does not serve, #place does: #why"() {
        given:
        environment.JAVA_HOME = why == 'it is too old' ? fakeJava('old', '11.0.2') : "$folder/nowhere".toString()
        if (place == 'the folder of Javas') {
            environment.PATH = pathWithoutJava()
            Files.createSymbolicLink(folder.resolve('jvms/new'), Path.of(JAVA))
        }

        expect:
        run('x').out == '<x>\n'

        where:
        [place, why] << [['the PATH', 'the folder of Javas'], ['it is too old', 'nothing is there']].combinations()
    }

    def "a script on the PATH that starts Java serves"() {
        given:
        environment.remove('JAVA_HOME')
        def bin = Files.createDirectories(folder.resolve('shims'))
        script(bin.resolve('java'), "#!/bin/sh\nexec '$JAVA/bin/java' \"\$@\"\n")
        environment.PATH = "$bin:${pathWithoutJava()}".toString()

        expect:
        run('x').out == '<x>\n'
    }

    def "with --with-engine root gets Java from the distribution, after a word on it"() {
        given:
        pretendToBe(0)

        when:
        def run = run('run', '--with-engine', 'x')

        then:
        run.out == '<run>\n<--with-engine>\n<x>\n'
        run.err == 'dockerops: Java 17 or newer is needed: installing it from the distribution, which takes about a minute\n'
        Files.readAllLines(folder.resolve('apt')) ==
            ['update', 'install -y --no-install-recommends openjdk-21-jdk-headless']
    }

    def "nothing is installed #when"() {
        given:
        pretendToBe(user)

        when:
        def run = run(*arguments)

        then:
        run.code == 1
        run.err.contains(hint)
        !Files.exists(folder.resolve('apt'))

        where:
        when                    | user | arguments                | hint
        'without --with-engine' | 0    | ['run']                  | 'install it: apt-get install'
        'for another user'      | 1000 | ['run', '--with-engine'] | 'install it: sudo apt-get install'
    }

    def "a Java that cannot be installed shows what apt-get said"() {
        given:
        pretendToBe(0)
        script(folder.resolve('bin/apt-get'), '#!/bin/sh\necho no network >&2\nexit 100\n')

        when:
        def run = run('run', '--with-engine')

        then:
        run.code == 1
        run.err.readLines()[1..2] == ['no network', 'dockerops: Java cannot be installed']
    }

    def "an incomplete release says so"() {
        given:
        Files.delete(home.resolve('lib/dockerops.jar'))

        when:
        def run = run('x')

        then:
        run.code == 1
        run.err == "dockerops: $home/lib/dockerops.jar is missing: unpack the release again\n"
    }

    def "an archive is made at the first start and used from then on"() {
        when:
        run('x')

        then:
        madeArchive()
        loadedFromArchive()
    }

    def "the archive is this user's alone"() {
        when:
        run('x')

        then:
        madeArchive()
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve('cache/dockerops/jvm'))) == 'rwx------'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(archive())) ==~ /r[w-]-------/
    }

    def "an archive that is #what is left alone without a word, and made anew"() {
        given:
        run('x')
        assert madeArchive()
        archive().toFile().setWritable(true)

        when:
        damage.call(archive())
        def run = run('x')

        then:
        run == [out: '<x>\n', err: '', code: 0]
        madeArchive()
        loadedFromArchive()

        where:
        what            | damage
        'cut off'       | { Path a -> new RandomAccessFile(a.toFile(), 'rw').withCloseable { it.length = it.length().intdiv(2) } }
        'empty'         | { Path a -> Files.write(a, new byte[0]) }
        'something else'| { Path a -> Files.write(a, ('x' * 100_000).bytes) }
        'gone'          | { Path a -> Files.delete(a) }
        'not signed for'| { Path a -> Files.delete(a.resolveSibling("${a.fileName}.id")) }
    }

    def "an archive with the right size and the wrong content is left alone without a word"() {
        given:
        run('x')
        assert madeArchive()
        def time = Files.getLastModifiedTime(archive())
        new RandomAccessFile(archive().toFile(), 'rw').withCloseable { it.write(new byte[(int) it.length()]) }
        Files.setLastModifiedTime(archive(), time)

        expect:
        run('x') == [out: '<x>\n', err: '', code: 0]
    }

    def "another jar gets another archive"() {
        given:
        run('x')
        assert madeArchive()
        def before = signature()
        Files.setLastModifiedTime(home.resolve('lib/dockerops.jar'), FileTime.fromMillis(1_600_000_000_000))

        when:
        def run = run('x')

        then:
        run == [out: '<x>\n', err: '', code: 0]
        new PollingConditions(timeout: 60).eventually {
            assert signature() && signature() != before
        }
        loadedFromArchive()
    }

    def "a training that fails leaves no archive and is not repeated at each start"() {
        given:
        environment.JAVA_HOME = fakeJava('broken', '17.0.1', '*Training*) echo >>"$0.trained"; exit 1;;')

        when:
        3.times { assert run('x').code == 0 }

        then:
        new PollingConditions(timeout: 20).eventually {
            assert Files.readAllLines(folder.resolve('jvms/broken/bin/java.trained')).size() == 1
        }
        !Files.exists(archive())
    }

    def "there is no archive where #what, and no word on it"() {
        given:
        prepare.call(folder, environment)

        expect:
        run('x') == [out: '<x>\n', err: '', code: 0]

        where:
        what                             | prepare
        'HOME is not set'                | { f, e -> e.remove('HOME'); e.remove('XDG_CACHE_HOME') }
        'HOME does not exist'            | { f, e -> e.remove('XDG_CACHE_HOME'); e.HOME = '/nonexistent' }
        'the user chooses one'           | { f, e -> e.JAVA_OPTS = '-Xshare:auto' }
        'the cache is a file'            | { f, e -> Files.writeString(f.resolve('cache'), '') }
    }

    @Requires({ new com.sun.security.auth.module.UnixSystem().uid == 0 })
    def "an archive in another user's folder is not used"() {
        given:
        run('x')
        assert madeArchive()

        when:
        execute(['chown', '-R', '65534', folder.resolve('cache').toString()], '')

        then:
        !loadedFromArchive()
    }

    def "a source tree is built first, with a word on it, and then no more"() {
        given:
        def tree = sourceTree()

        when:
        def first = runScript(tree.resolve('dockerops'), 'a b')
        def second = runScript(tree.resolve('dockerops'), 'a b')

        then:
        first.out == '<a b>\n'
        first.err.readLines().size() == 1
        first.err.startsWith('dockerops: building, ')
        second == [out: '<a b>\n', err: '', code: 0]
        builds(tree) == 1
    }

    def "a source tree is built anew when #what"() {
        given:
        def tree = sourceTree()
        runScript(tree.resolve('dockerops'))
        Files.setLastModifiedTime(jar(tree), FileTime.fromMillis(System.currentTimeMillis() - 60_000))
        ageSources(tree)

        when:
        change.call(tree)
        def run = runScript(tree.resolve('dockerops'), 'x')

        then:
        run.out == '<x>\n'
        run.err == 'dockerops: building anew, since the sources have changed\n'
        builds(tree) == 2

        where:
        what                      | change
        'a source has changed'    | { Path t -> Files.writeString(t.resolve('engine/src/main/java/A.java'), 'changed') }
        'a source was removed'    | { Path t -> Files.delete(t.resolve('engine/src/main/java/A.java')) }
        'a pom has changed'       | { Path t -> Files.writeString(t.resolve('cli/pom.xml'), 'changed') }
    }

    def "what is changed while it is built is built at the next start"() {
        given:
        def tree = sourceTree()
        ageSources(tree)
        Files.writeString(tree.resolve('during'), 'sleep 0.1; touch engine/src/main/java/A.java')

        when:
        runScript(tree.resolve('dockerops'))
        runScript(tree.resolve('dockerops'))

        then:
        builds(tree) == 2
    }

    def "a source tree is not built anew when a test has changed"() {
        given:
        def tree = sourceTree()
        runScript(tree.resolve('dockerops'))
        Files.createDirectories(tree.resolve('engine/src/test'))
        Files.writeString(tree.resolve('engine/src/test/ASpec.groovy'), 'changed')

        expect:
        runScript(tree.resolve('dockerops'), 'x') == [out: '<x>\n', err: '', code: 0]
        builds(tree) == 1
    }

    def "a build that fails shows its whole output"() {
        given:
        def tree = sourceTree()
        Files.writeString(tree.resolve('during'), 'echo one; echo two >&2; exit 1')

        when:
        def run = runScript(tree.resolve('dockerops'), 'x')

        then:
        run.code == 1
        run.out == ''
        run.err.readLines()[1..2] == ['one', 'two']
        run.err.readLines()[3].startsWith('dockerops: the build failed')
    }

    def "two starts at once build once"() {
        given:
        def tree = sourceTree()
        Files.writeString(tree.resolve('during'), 'sleep 1')

        when:
        def runs = (1..3).collect { start([tree.resolve('dockerops').toString(), 'x'], folder) }.collect { finish(it) }

        then:
        runs*.out == ['<x>\n'] * 3
        builds(tree) == 1
    }

    def "the lock of a build that was killed is broken"() {
        given:
        def tree = sourceTree()
        Files.createDirectories(tree.resolve('target/build.lock'))
        Files.writeString(tree.resolve('target/build.lock/pid'), '999999999')

        expect:
        runScript(tree.resolve('dockerops'), 'x').out == '<x>\n'
    }

    def "a source tree needs a compiler"() {
        given:
        def tree = sourceTree()
        environment.PATH = pathWithoutJava()
        environment.JAVA_HOME = fakeJava('jre', '17.0.1')

        when:
        def run = runScript(tree.resolve('dockerops'), 'x')

        then:
        run.code == 1
        run.err.startsWith('dockerops: Java 17 or newer is needed with its compiler, to build this source tree')
    }

    private Map run(String... arguments) {
        runScript(home.resolve('bin/dockerops'), arguments)
    }

    private Map runWithInput(String input, String... arguments) {
        execute([home.resolve('bin/dockerops').toString(), *arguments], input)
    }

    private Map runScript(Path script, String... arguments) {
        execute([script.toString(), *arguments], '')
    }

    private Map execute(List<String> command, String input, Path where = folder) {
        def process = start(command, where)
        process.outputStream.withCloseable { it.write(input.getBytes('UTF-8')) }
        finish(process)
    }

    private Process start(List<String> command, Path where) {
        // Through env, so that the program is looked for on the PATH that is given and not on that of this process.
        def builder = new ProcessBuilder(['env', *command]).directory(where.toFile())
        builder.environment().clear()
        builder.environment().putAll(environment)
        builder.start()
    }

    private static Map finish(Process process) {
        def err = CompletableFuture.supplyAsync { process.errorStream.readAllBytes() }
        def out = process.inputStream.readAllBytes()
        [out: new String(out, 'UTF-8'), err: new String(err.get(), 'UTF-8'), code: process.waitFor()]
    }

    private Path release(Path where) {
        Files.createDirectories(where.resolve('bin'))
        Files.createDirectories(where.resolve('lib'))
        Files.copy(SCRIPT, where.resolve('bin/dockerops'), StandardCopyOption.COPY_ATTRIBUTES)
        Files.copy(shared.resolve('dockerops.jar'), where.resolve('lib/dockerops.jar'))
        where
    }

    /** A source tree whose {@code mvnw} copies the jar, notes that it ran, and does what is in the file {@code during}. */
    private Path sourceTree() {
        def tree = Files.createDirectories(folder.resolve('source tree'))
        Files.copy(SCRIPT, tree.resolve('dockerops'), StandardCopyOption.COPY_ATTRIBUTES)
        ['', 'engine/', 'dsl/', 'cli/'].each { module ->
            Files.createDirectories(tree.resolve("${module}src/main/java"))
            Files.writeString(tree.resolve("${module}pom.xml"), '<project/>')
        }
        Files.writeString(tree.resolve('engine/src/main/java/A.java'), 'class A {}')
        script(tree.resolve('mvnw'), """\
            #!/bin/sh
            echo once >>builds
            if [ -f during ]; then . ./during; fi
            mkdir -p cli/target/dockerops-1/lib
            cp '$shared/dockerops.jar' cli/target/dockerops-1/lib/
            """.stripIndent())
        tree
    }

    private static void ageSources(Path tree) {
        def before = FileTime.fromMillis(System.currentTimeMillis() - 120_000)
        ['engine', 'dsl', 'cli', '.'].each { module ->
            Files.walk(tree.resolve(module)).withCloseable { files ->
                files.filter { !it.toString().contains('target') }.forEach { Files.setLastModifiedTime(it, before) }
            }
        }
    }

    private static Path jar(Path tree) {
        tree.resolve('cli/target/dockerops-1/lib/dockerops.jar')
    }

    private static int builds(Path tree) {
        Files.readAllLines(tree.resolve('builds')).size()
    }

    /** A Java that says it is of {@code version}, and does what {@code when} says for arguments that fit. */
    private String fakeJava(String name, String version, String when = '') {
        def java = Files.createDirectories(folder.resolve("jvms/$name/bin")).parent
        Files.createDirectories(java.resolve('lib/server'))
        Files.writeString(java.resolve('lib/server/libjvm.so'), '')
        Files.writeString(java.resolve('release'), "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\"$version\"\n")
        script(java.resolve('bin/java'), "#!/bin/sh\ncase \"\$*\" in $when esac\n")
        java.toString()
    }

    private static void script(Path file, String text) {
        Files.writeString(file, text)
        file.toFile().setExecutable(true)
    }

    /** A folder of links to all programs on the PATH but Java's. */
    private String pathWithoutJava() {
        def bin = Files.createDirectories(folder.resolve('bin'))
        for (String place : System.getenv('PATH').split(':')) {
            for (File program : new File(place).listFiles()) {
                def link = bin.resolve(program.name)
                if (!(program.name in ['java', 'javac']) && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, program.toPath())
                }
            }
        }
        bin.toString()
    }

    /** A machine without Java, for user number {@code user}, whose distribution has Java 21. */
    private void pretendToBe(int user) {
        environment.remove('JAVA_HOME')
        environment.PATH = pathWithoutJava()
        def programs = [id: "echo $user", 'apt-cache': 'test "$2" = openjdk-21-jdk-headless',
                        'apt-get': "echo \"\$*\" >>'$folder/apt'; [ \$1 = update ] || ln -s '$JAVA' '$folder/jvms/21'"]
        programs.each { name, text ->
            Files.deleteIfExists(folder.resolve("bin/$name"))
            script(folder.resolve("bin/$name"), "#!/bin/sh\n$text\n")
        }
    }

    private Path archive() {
        def found = folder.resolve('cache/dockerops/jvm').toFile().listFiles()*.toPath().findAll {
            !(it.toString() =~ /\.(id|lock|new|id\.new)$/)
        }
        found ? found[0] : folder.resolve('no archive')
    }

    private String signature() {
        def file = archive().resolveSibling("${archive().fileName}.id")
        Files.exists(file) ? Files.readString(file) : ''
    }

    private boolean madeArchive() {
        def lock = folder.resolve('cache/dockerops/jvm')
        new PollingConditions(timeout: 60).eventually {
            assert Files.size(archive()) > 0
            assert signature()
            assert !lock.toFile().list().any { it.endsWith('.lock') }
        }
        true
    }

    private boolean loadedFromArchive() {
        def log = folder.resolve('classes.log')
        environment.JAVA_OPTS = "-Xlog:class+load:file=$log".toString()
        def run = run('x')
        environment.remove('JAVA_OPTS')
        assert run.out == '<x>\n' && run.err == ''
        Files.readAllLines(log).any { it =~ /io\.dockerops\.cli\.Main source: shared objects file/ }
    }
}
