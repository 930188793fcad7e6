project 'shop'

naming {
    container 'x'
    image 'nginx'
}
naming separater: '-', volumesByParent: 'yes'
service('app') { image 'app'; separator '-' }
