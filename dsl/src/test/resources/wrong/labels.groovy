project 'shop'

service('app') {
    image 'app'
    label 'io.dockerops.service', 'app'
    labels 'with space': 1, ok: [1]
}
