import groovy.transform.CompileStatic
import java.nio.file.FileVisitOption
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.time.Instant
import java.time.LocalDateTime
import java.time.ZoneOffset
import java.util.jar.JarEntry
import java.util.jar.JarFile
import java.util.zip.CRC32
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.ClassWriter
import org.objectweb.asm.MethodVisitor
import org.objectweb.asm.Opcodes
import org.objectweb.asm.commons.JSRInlinerAdapter

/**
 * Lays out the distribution: bin/, lib/dockerops.jar, the licences.
 *
 * The jar holds the program and its libraries in one, since each further jar costs time at every start. For the same
 * reason it is stored and not compressed, and has no signature files and no META-INF/versions, which make the JVM check
 * every entry: 17,000 entries then cost 5 ms more than 230, and 40 ms with them. Classes of a format below 50, picocli's
 * above all, are raised to Java 8's, since the JVM leaves them out of its class-data archives.
 */
@CompileStatic
class Distribution {

    private static final int OLDEST_ARCHIVABLE = Opcodes.V1_6

    /** Of the libraries' entries, what has no meaning in one jar or is kept outside of it. */
    private static final String LEFT_OUT = '(?i)(.*/)?module-info\\.class' +
        '|META-INF/(MANIFEST\\.MF|INDEX\\.LIST|[^/]*\\.(SF|RSA|DSA|EC))' +
        '|META-INF/(versions|maven|proguard|com\\.android\\.tools|native-image)/.*' +
        // With it the JVM would resolve all names by dnsjava, whose classes for that are among the versions.
        '|META-INF/services/(java|sun)\\.net\\.spi\\..*'
    private static final String LICENCE = '(?i)(META-INF/)?([^/]*(LICEN[CS]E|NOTICE)[^/.]*(\\.(txt|md))?|licenses/.+)'

    final Path target
    final LocalDateTime time
    final Map<String, byte[]> entries = new TreeMap<>()
    final Map<String, String> origins = [:]
    final List<String> raised = []

    Distribution(Path target, String timestamp) {
        this.target = target
        this.time = LocalDateTime.ofInstant(Instant.parse(timestamp), ZoneOffset.UTC)
    }

    /** Copies what the sources have for it, with permissions. */
    void copy(Path from, Path to) {
        Files.walk(from, FileVisitOption.FOLLOW_LINKS).withCloseable { files ->
            files.filter { Files.isRegularFile(it) }.forEach { Path file ->
                def copy = to.resolve(from.relativize(file).toString())
                Files.createDirectories(copy.parent)
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES)
            }
        }
    }

    void addClasses(Path classes) {
        Files.walk(classes).withCloseable { files ->
            files.filter { Files.isRegularFile(it) }.sorted().forEach { Path file ->
                add(classes.relativize(file).toString(), Files.readAllBytes(file), 'dockerops')
            }
        }
    }

    void addLibrary(File jar, String name) {
        new JarFile(jar).withCloseable { file ->
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.directory || entry.name ==~ LEFT_OUT) {
                    continue
                }
                def bytes = file.getInputStream(entry).readAllBytes()
                if (entry.name ==~ LICENCE) {
                    keepLicence(name, entry.name, bytes)
                } else {
                    add(entry.name, bytes, name)
                }
            }
        }
    }

    private void keepLicence(String library, String entry, byte[] text) {
        def file = target.resolve('licenses').resolve(library).resolve(entry - 'META-INF/' - 'licenses/')
        Files.createDirectories(file.parent)
        Files.write(file, text)
    }

    private void add(String name, byte[] bytes, String origin) {
        if (name.startsWith('META-INF/services/')) {
            def before = entries.containsKey(name) ? new String(entries[name], 'UTF-8').trim() + '\n' : ''
            entries[name] = (before + new String(bytes, 'UTF-8').trim() + '\n').getBytes('UTF-8')
        } else if (entries.containsKey(name) && !Arrays.equals(entries[name], bytes)) {
            throw new IllegalStateException("$name is in ${origins[name]} and, different, in $origin")
        } else {
            entries[name] = bytes
            origins[name] = origin
        }
    }

    /** Rewrites class files that are too old for an archive in a newer format, with the frames that it needs. */
    void raiseOldClasses(URL[] classPath) {
        new URLClassLoader(classPath, ClassLoader.platformClassLoader).withCloseable { loader ->
            entries.each { name, bytes ->
                if (name.endsWith('.class') && new ClassReader(bytes).readShort(6) < OLDEST_ARCHIVABLE) {
                    entries[name] = raise(bytes, loader)
                    raised << name
                }
            }
        }
    }

    private static byte[] raise(byte[] bytes, ClassLoader loader) {
        def writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                loader
            }

            @Override
            protected String getCommonSuperClass(String one, String other) {
                try {
                    super.getCommonSuperClass(one, other)
                } catch (TypeNotPresentException ignored) {
                    // A class of an optional library. Where Object does not do, linkRaised() fails.
                    'java/lang/Object'
                }
            }
        }
        new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces)
            }

            @Override
            MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                def method = super.visitMethod(access, name, descriptor, signature, exceptions)
                new JSRInlinerAdapter(method, access, name, descriptor, signature, exceptions)
            }
        }, ClassReader.SKIP_FRAMES)
        writer.toByteArray()
    }

    void writeJar(String version) {
        def jar = target.resolve('lib/dockerops.jar')
        Files.createDirectories(jar.parent)
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar))).withCloseable { zip ->
            zip.method = ZipOutputStream.STORED
            store(zip, JarFile.MANIFEST_NAME, manifest(version))
            entries.each { name, bytes -> store(zip, name, bytes) }
        }
        linkRaised(jar)
    }

    private static byte[] manifest(String version) {
        def lines = [
            'Manifest-Version: 1.0',
            'Main-Class: io.dockerops.cli.Main',
            'Implementation-Title: DockerOps',
            "Implementation-Version: $version",
        ]
        lines.collect { "$it\r\n" }.join('').plus('\r\n').getBytes('UTF-8')
    }

    private void store(ZipOutputStream zip, String name, byte[] bytes) {
        def crc = new CRC32()
        crc.update(bytes)
        def entry = new ZipEntry(name)
        entry.timeLocal = time
        entry.size = bytes.length
        entry.crc = crc.value
        zip.putNextEntry(entry)
        zip.write(bytes)
    }

    /** Lets the JVM verify every raised class, so that a wrong frame fails here and not at a user's. */
    private void linkRaised(Path jar) {
        URL[] classPath = [jar.toUri().toURL()]
        new URLClassLoader(classPath, ClassLoader.platformClassLoader).withCloseable { loader ->
            raised.each { name ->
                try {
                    Class.forName((name - '.class').replace('/', '.'), true, loader)
                } catch (VerifyError | ClassFormatError wrong) {
                    throw new IllegalStateException("$name does not verify after it was raised", wrong)
                } catch (LinkageError ignored) {
                    // Needs a library that is optional, before and after.
                }
            }
        }
    }

    /** The list of third parties names exactly what is bundled. */
    static void checkThirdParties(Path list, Set<String> bundled) {
        def listed = Files.readAllLines(list).findAll { it ==~ /\S+:\S+\s.*/ }.collect { it.split(/\s+/)[0] } as TreeSet
        def wrong = (bundled - listed).collect { "$it is bundled and not listed" } +
            (listed - bundled).collect { "$it is listed and not bundled" }
        if (wrong) {
            throw new IllegalStateException("src/main/dist/THIRD-PARTY: ${wrong.join(', ')}")
        }
    }
}

def base = project.basedir.toPath()
def target = base.resolve("target/dockerops-${project.version}")
def bundled = project.artifacts.findAll { it.scope in ['compile', 'runtime'] }
def (own, libraries) = bundled.split { it.groupId == project.groupId }

target.toFile().deleteDir()
def distribution = new Distribution(target, project.properties['project.build.outputTimestamp'])
distribution.copy(base.resolve('src/main/dist'), target)
Files.copy(base.resolve('../LICENSE'), target.resolve('LICENSE'))
Distribution.checkThirdParties(
    target.resolve('THIRD-PARTY'), libraries.collect { "${it.groupId}:${it.artifactId}".toString() } as TreeSet)

distribution.addClasses(base.resolve('target/classes'))
(own + libraries).each { distribution.addLibrary(it.file, it.artifactId) }
distribution.raiseOldClasses(bundled.collect { it.file.toURI().toURL() } as URL[])
distribution.writeJar(project.version)
log.info("${distribution.entries.size()} entries, ${distribution.raised.size()} classes raised to Java 8's format")
