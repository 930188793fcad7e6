project 'shop'

naming {
    separator '/'
    containers '{project}-{service}'
    networks '{project}_{netwrok}'
    volumes ' {volume}'
    hostNames '{service}.{instance}'
    domain 'example_org'
    hostNames false
}
naming separator: '-', hostNames: 3
service('app') { image 'app' }
