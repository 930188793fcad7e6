provides 'monitoring', language: 1

// What the library declares itself is declared in every project that uses it. Paths are relative to this file.
rootfs('collector') {
    busybox()
    add 'image', to: '/'
}
volume 'collected', at: '/metrics'
