package io.dockerops.engine.state

import io.dockerops.engine.model.Image
import io.dockerops.engine.model.NamingScheme
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.ImageId
import io.dockerops.engine.model.Project
import io.dockerops.engine.rootfs.LocalImageSources
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What the images of a project are made from, with what they are built upon. */
class MadeImagesSpec extends Specification {

    @TempDir
    Path folder

    def setup() {
        write('base', 'FROM debian:12')
        write('lib', 'FROM shop/base')
        write('app', 'FROM debian:12 AS tools\nFROM tools\nCOPY --from=shop/lib:latest /a /b')
        write('other', 'FROM debian:12')
    }

    def "the images of the project that an image is built upon are known"() {
        expect:
        read().bases(id(image))*.label() == bases

        where:
        image   || bases
        'base'  || []
        'lib'   || ['shop/base:latest']
        'app'   || ['shop/lib:latest']
        'other' || []
    }

    def "a change of #changed changes the fingerprints of #others, and no others"() {
        given:
        def before = read().fingerprints()

        when:
        Files.writeString(folder.resolve(changed).resolve('file'), 'new')
        def after = read().fingerprints()

        then:
        before.keySet().findAll { before[it] != after[it] }*.label() == others.collect { "shop/$it:latest".toString() }

        where:
        changed || others
        'base'  || ['app', 'base', 'lib']
        'lib'   || ['app', 'lib']
        'app'   || ['app']
        'other' || ['other']
    }

    def "an image that is built upon none of the project's has the fingerprint of its own folder"() {
        expect:
        read().fingerprints()[id('base')] == new LocalImageSources().fingerprint(build('base'))
    }

    def "images in a circle have fingerprints"() {
        given:
        write('base', 'FROM shop/lib')

        expect:
        read().fingerprints().size() == 4
    }

    def "what is wrong in Dockerfiles is collected"() {
        given:
        Files.delete(folder.resolve('base/Dockerfile'))
        write('other', 'RUN a')

        expect:
        read().mistakes()*.summary() == [
            "there is no `Dockerfile` in `$folder/base`".toString(), 'there is no `FROM` in this Dockerfile']
    }

    private MadeImages read() {
        def images = ['base', 'lib', 'app', 'other'].collect { build(it) }
        def project = new Project('shop', Optional.empty(), Optional.empty(), Optional.empty(), [], [], [], [], [],
            Optional.empty(), Options.NONE, images, NamingScheme.PLAIN, Optional.empty())
        MadeImages.read(project, new LocalImageSources())
    }

    private Image.Build build(String name) {
        new Image.Build(Optional.of(name), folder.resolve(name), 'Dockerfile', new TreeMap<>(), Optional.empty())
    }

    private static ImageId id(String name) {
        new ImageId(ImageReference.parse("shop/$name"))
    }

    private void write(String image, String dockerfile) {
        Files.createDirectories(folder.resolve(image))
        Files.writeString(folder.resolve(image).resolve('Dockerfile'), dockerfile)
    }
}
