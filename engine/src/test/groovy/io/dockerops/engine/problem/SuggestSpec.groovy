package io.dockerops.engine.problem

import spock.lang.Specification

class SuggestSpec extends Specification {

    def "the nearest word is suggested, if it is near enough: #word"() {
        expect:
        Suggest.nearest(word, ['image', 'link', 'mount', 'publish', 'on']).orElse(null) == suggestion

        where:
        word      | suggestion
        'imag'    | 'image'
        'iamge'   | 'image'
        'Image'   | 'image'
        'lnik'    | 'link'
        'publsih' | 'publish'
        'o'       | 'on'
        'xyz'     | null
        'banana'  | null
    }
}
