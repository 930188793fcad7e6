project 'shop'

actionDefaults {
    checkExec 'partail'
    nonRecoverable 0, 300
    signal 'SIGHPU'
    waitTimeout 0.seconds
    updatePersistent true
    updatePersistent false
}
service('app') { image 'app' }
