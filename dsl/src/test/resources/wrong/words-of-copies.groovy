project 'shop'

service('web') {
    image 'nginx'
    copy 7, to: '/e'
    copy 'words-of-copies.groovy'
    copy 'words-of-copies.groovy', at: '/f'
    copy sshkey(), to: '/g'
}
copy 'words-of-copies.groovy', to: '/h'
