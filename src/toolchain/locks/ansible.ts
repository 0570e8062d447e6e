import type { AnsibleLock } from '../ansible-lock.ts';

/** Written by scripts/lock-ansible.ts; do not edit. Source: PyPI, on the date it names. */
export const ansibleLock: AnsibleLock = {
  date: '2026-11-23',
  cores: {
    '2.15.3': {
      'ansible_core-2.15.3-py3-none-any.whl':
        'bc2f5ab74e1c81609aaa9bc8f7f92d939d8e1c847923290301231bdf4dadc812',
    },
    '2.15.4': {
      'ansible_core-2.15.4-py3-none-any.whl':
        '5c57089405406f3004e948127b518b65509e280d524f61f91cc6360303fc388b',
    },
    '2.15.8': {
      'ansible_core-2.15.8-py3-none-any.whl':
        '55e6f4350fb98ac5441620ba981b1d9f7b90aa5f320885965af996e149bd3caa',
    },
    '2.15.9': {
      'ansible_core-2.15.9-py3-none-any.whl':
        '5b6a4b12aa5358f60933e79d86763e3558862282fb1dc563a29b9999e5849fc3',
    },
    '2.15.10': {
      'ansible_core-2.15.10-py3-none-any.whl':
        '42e49f1a6d8cf6cccde775c06c1394885353b71ad9e5f670c6f32d2890127ce8',
    },
    '2.15.12': {
      'ansible_core-2.15.12-py3-none-any.whl':
        '390edd603420122f7cb1c470d8d1f8bdbbd795a1844dd03c1917db21935aecb9',
    },
    '2.15.13': {
      'ansible_core-2.15.13-py3-none-any.whl':
        'e7f50bbb61beae792f5ecb86eff82149d3948d078361d70aedb01d76bc483c30',
    },
  },
  collections: {
    name: 'ansible',
    version: '8.7.0',
    wheels: {
      'ansible-8.7.0-py3-none-any.whl': 'fa7d3bc2dfdb0ab031df645814ff86b15cb5ec041bfbee4041f795abfa5646ca',
    },
  },
  packages: [
    {
      name: 'certifi',
      version: '2026.10.18',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'certifi-2026.10.18-py3-none-any.whl':
          '73191c47aaa79da394e8fee2dbc2ec827432cab56311122c9e47abf79e390f62',
      },
    },
    {
      name: 'cffi',
      version: '2.0.0',
      pythons: ['3.9'],
      wheels: {
        'cffi-2.0.0-cp39-cp39-manylinux2014_x86_64.manylinux_2_17_x86_64.whl':
          '61d028e90346df14fedc3d1e5441df818d095f3b87d286825dfcbd6459b7ef63',
      },
    },
    {
      name: 'cffi',
      version: '2.1.1',
      pythons: ['3.10', '3.11'],
      wheels: {
        'cffi-2.1.1-cp310-cp310-manylinux2014_x86_64.manylinux_2_17_x86_64.whl':
          '194cffa889098ced9976c3fc6340305e43f6303657d298da55366907c05c22d6',
        'cffi-2.1.1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl':
          '34e261f78cb6ceaaa36f42f2613f4380d94d9c759a9c73c769ee6e0247364632',
      },
    },
    {
      name: 'charset-normalizer',
      version: '3.5.2',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'charset_normalizer-3.5.2-cp39-cp39-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl':
          '55ea99acb17b9325618de155a0cd6a2e8f5d10be008113e1d433bbb58db543b2',
        'charset_normalizer-3.5.2-cp310-cp310-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl':
          '8a893cc101149f80a653f82062ebc95b34525a2614382e1da5458fe7c6997249',
        'charset_normalizer-3.5.2-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl':
          '211d5a3eb6af8f513b8d4ca19a8c1b7accab1b5f0d3175f9826b03c1a920dc1f',
      },
    },
    {
      name: 'cryptography',
      version: '50.0.2',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'cryptography-50.0.2-cp39-abi3-manylinux_2_28_x86_64.whl':
          'f21e8a22c8605750c7af886bab299a363721264061b4ac0a30efb73cfd58efc5',
        'cryptography-50.0.2-cp39-abi3-manylinux_2_34_x86_64.whl':
          '1981f1db4630889b9ef7803fadef12b056f428cb6b85c27ba57b774793b6093c',
        'cryptography-50.0.2-cp311-abi3-manylinux_2_28_x86_64.whl':
          '4061c0079120205fb760c58acab6443e217307dcf05e3702cf970e0689972856',
        'cryptography-50.0.2-cp311-abi3-manylinux_2_34_x86_64.whl':
          '9dab55f57c74c3cad24c323bacbbd04be4705ba6eb0d92e920b1fc4837ed5079',
      },
    },
    {
      name: 'idna',
      version: '3.20',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'idna-3.20-py3-none-any.whl': 'ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c',
      },
    },
    {
      name: 'importlib-resources',
      version: '5.0.7',
      pythons: ['3.9'],
      wheels: {
        'importlib_resources-5.0.7-py3-none-any.whl':
          '2238159eb743bd85304a16e0536048b3e991c531d1cd51c4a834d1ccf2829057',
      },
    },
    {
      name: 'jinja2',
      version: '3.1.6',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'jinja2-3.1.6-py3-none-any.whl': '85ece4451f492d0c13c5dd7c13a64681a86afae63a5f347908daf103ce6d2f67',
      },
    },
    {
      name: 'markupsafe',
      version: '3.0.4',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'markupsafe-3.0.4-cp39-cp39-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl':
          '5e8b3d0b18fd623afa12ecb2ce8d8becef69f9b5440c6330c7972200e0bb84b0',
        'markupsafe-3.0.4-cp310-cp310-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl':
          'd1aca03ede943eb80ab3d63bb082c84b7aab85ea83bd0fd0c200260945fb49d9',
        'markupsafe-3.0.4-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl':
          '6da83a088f8ef93b2d483a8232a4dbf4d69d3d8496b568a03c56becac43e1808',
      },
    },
    {
      name: 'packaging',
      version: '26.3',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'packaging-26.3-py3-none-any.whl': 'd7193f7c8e4e93f444fde0262bf90af30e16fa0ad0ad44cb553c87339b23cd1c',
      },
    },
    {
      name: 'pycparser',
      version: '2.23',
      pythons: ['3.9'],
      wheels: {
        'pycparser-2.23-py3-none-any.whl': 'e5c6e8d3fbad53479cab09ac03729e0a9faf2bee3db8208a550daf5af81a5934',
      },
    },
    {
      name: 'pycparser',
      version: '3.11',
      pythons: ['3.10'],
      wheels: {
        'pycparser-3.11-py3-none-any.whl': '51d5a8ba2be0bbe440b99d2112604c95bbbc3c2748a64260186c541e1729cd80',
      },
    },
    {
      name: 'pycparser',
      version: '3.12',
      pythons: ['3.11'],
      wheels: {
        'pycparser-3.12-py3-none-any.whl': 'a076f3f489b39b43ed13563a1dafe42447445bec2e294154ec5c57fcdda4c85e',
      },
    },
    {
      name: 'pyspnego',
      version: '0.12.4',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'pyspnego-0.12.4-py3-none-any.whl':
          'a29a34de1abe9e9b30d9aa1d363f8e49fc159eb7355b1f2ee86ccb3a2ce3bba9',
      },
    },
    {
      name: 'pywinrm',
      version: '0.5.0',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'pywinrm-0.5.0-py3-none-any.whl': 'c267046d281de613fc7c8a528cdd261564d9b99bdb7c2926221eff3263b700c8',
      },
    },
    {
      name: 'pyyaml',
      version: '6.0.3',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'pyyaml-6.0.3-cp39-cp39-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl':
          '0150219816b6a1fa26fb4699fb7daa9caf09eb1999f3b70fb6e786805e80375a',
        'pyyaml-6.0.3-cp310-cp310-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl':
          '9c7708761fccb9397fe64bbc0395abcae8c4bf7b0eac081e12b809bf47700d0b',
        'pyyaml-6.0.3-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl':
          'b8bb0864c5a28024fac8a632c443c87c5aa6f215c0b126c449ae1a150412f31d',
      },
    },
    {
      name: 'requests',
      version: '2.32.5',
      pythons: ['3.9'],
      wheels: {
        'requests-2.32.5-py3-none-any.whl':
          '2462f94637a34fd532264295e186976db0f5d453d1cdd31473c85a6a161affb6',
      },
    },
    {
      name: 'requests',
      version: '2.34.2',
      pythons: ['3.10', '3.11'],
      wheels: {
        'requests-2.34.2-py3-none-any.whl':
          '2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0',
      },
    },
    {
      name: 'requests-ntlm',
      version: '1.3.0',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'requests_ntlm-1.3.0-py3-none-any.whl':
          '4c7534a7d0e482bb0928531d621be4b2c74ace437e88c5a357ceb7452d25a510',
      },
    },
    {
      name: 'resolvelib',
      version: '1.0.1',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'resolvelib-1.0.1-py2.py3-none-any.whl':
          'd2da45d1a8dfee81bdd591647783e340ef3bcb104b54c383f70d422ef5cc7dbf',
      },
    },
    {
      name: 'typing-extensions',
      version: '4.16.0',
      pythons: ['3.9', '3.10'],
      wheels: {
        'typing_extensions-4.16.0-py3-none-any.whl':
          '481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8',
      },
    },
    {
      name: 'urllib3',
      version: '2.6.3',
      pythons: ['3.9'],
      wheels: {
        'urllib3-2.6.3-py3-none-any.whl': 'bf272323e553dfb2e87d9bfd225ca7b0f467b919d7bbd355436d3fd37cb0acd4',
      },
    },
    {
      name: 'urllib3',
      version: '2.8.0',
      pythons: ['3.10', '3.11'],
      wheels: {
        'urllib3-2.8.0-py3-none-any.whl': '0cf3cae568d36aa9576b28dfb35f11328f1cb974ca7647d9475ebb86c75ac6e3',
      },
    },
    {
      name: 'xmltodict',
      version: '1.0.4',
      pythons: ['3.9', '3.10', '3.11'],
      wheels: {
        'xmltodict-1.0.4-py3-none-any.whl':
          'a4a00d300b0e1c59fc2bfccb53d7b2e88c32f200df138a0dd2229f842497026a',
      },
    },
  ],
};
