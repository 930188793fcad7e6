package io.dockerops.engine.model

import spock.lang.Specification

class ImageReferenceSpec extends Specification {

    private static Project project(String repository, String defaultTag) {
        new Project('shop', Optional.ofNullable(repository), Optional.ofNullable(defaultTag), Optional.empty(), [], [], [],
            [], [], Optional.empty())
    }

    def "`#name` is completed by repository and default tag"() {
        given:
        def image = new Image.Named(name)

        expect:
        project(null, null).referenceOf(image, 'x').toString() == plain
        project('registry.example.com', null).referenceOf(image, 'x').toString() == prefixed
        project(null, 'devel').referenceOf(image, 'x').toString() == tagged

        where:
        name             | plain                | prefixed                            | tagged
        'image1'         | 'image1:latest'      | 'registry.example.com/image1:latest' | 'image1:devel'
        '/image1'        | 'image1:latest'      | 'image1:latest'                     | 'image1:devel'
        'image1:one'     | 'image1:one'         | 'registry.example.com/image1:one'   | 'image1:one'
        'user/image1'    | 'user/image1:latest' | 'user/image1:latest'                | 'user/image1:devel'
        'reg:5000/img'   | 'reg:5000/img:latest' | 'reg:5000/img:latest'              | 'reg:5000/img:devel'
        'reg:5000/img:3' | 'reg:5000/img:3'     | 'reg:5000/img:3'                    | 'reg:5000/img:3'
    }

    def "`#name` is `#same`, as engines list it"() {
        expect:
        ImageReference.parse(name) == ImageReference.parse(same)
        ImageReference.parse(name).toString() == same + ':latest'

        where:
        name                           | same
        'docker.io/library/redis'      | 'redis'
        'index.docker.io/library/redis' | 'redis'
        'library/redis'                | 'redis'
        'docker.io/redis'              | 'redis'
        'docker.io/user/app'           | 'user/app'
        'library/user/app'             | 'library/user/app'
        'quay.io/library/redis'        | 'quay.io/library/redis'
    }

    def "Docker Hub can be the repository of a project"() {
        expect:
        Rules.repository('docker.io/library') == 'docker.io/library'
        project('docker.io/library', null).referenceOf(new Image.Named('redis'), 'x').toString() == 'redis:latest'
    }

    def "a digest stands for a tag"() {
        given:
        def digest = 'sha256:' + 'ab' * 32

        expect:
        ImageReference.parse("img@$digest").toString() == "img@$digest"
        ImageReference.parse("img:1@$digest").tag().get() == '1'
    }

    def "what is not a reference is refused with the rule that it breaks: #text"() {
        when:
        ImageReference.parse(text)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains(rule)

        where:
        text            | rule
        'Nginx'         | 'lower-case'
        ''              | 'not an image name'
        'a b'           | 'not an image name'
        'img:'          | 'not an image tag'
        'img:a b'       | 'not an image tag'
        'img@sha256:zz' | 'not a digest'
        '-img'          | 'not an image name'
    }
}
