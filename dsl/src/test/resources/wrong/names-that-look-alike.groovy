project 'shop'

naming {
    containers '{service}{instance}'
    networks '{network}'
    hostNames '{project}-with-a-name-that-is-far-too-long-for-a-host-of-this-world-{service}-{instance}'
}
service('web') {
    image 'nginx'
    instance '1'
}
service('web1') { image 'nginx' }
service('end_') {
    image 'nginx'
}
service('x') { image 'nginx' }
