;; The inner loop of the LZ4 frame decoder: one block (lz4, doc/lz4_Block_format.md). Nothing is imported, and nothing but
;; its own memory can be read or written. The caller says what is where. Assembled by scripts/assemble-wasm.ts.
(module
  (memory (export "memory") 131)

  ;; Decodes the block at $from..$end to $to and returns the end of the output, or why it is refused, below zero. Matches
  ;; reach back to $oldest, nothing is written at $limit or behind. What lies between the result and $limit may change.
  (func (export "decode")
    (param $from i32) (param $end i32) (param $to i32) (param $oldest i32) (param $limit i32) (result i32)
    (local $token i32) (local $length i32) (local $byte i32) (local $offset i32) (local $stop i32) (local $step i32)
    (loop $sequence
      (if (i32.ge_u (local.get $from) (local.get $end)) (then (return (i32.const -1))))
      (local.set $token (i32.load8_u (local.get $from)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))

      (local.set $length (i32.shr_u (local.get $token) (i32.const 4)))
      (if (i32.eq (local.get $length) (i32.const 15))
        (then
          (loop $more
            (if (i32.ge_u (local.get $from) (local.get $end)) (then (return (i32.const -2))))
            (local.set $byte (i32.load8_u (local.get $from)))
            (local.set $from (i32.add (local.get $from) (i32.const 1)))
            (local.set $length (i32.add (local.get $length) (local.get $byte)))
            (br_if $more (i32.eq (local.get $byte) (i32.const 255))))))
      (if (i32.or
            (i32.gt_u (local.get $length) (i32.sub (local.get $end) (local.get $from)))
            (i32.gt_u (local.get $length) (i32.sub (local.get $limit) (local.get $to))))
        (then (return (i32.const -3))))
      ;; Short literals as two words, where the words behind them are inside the bounds.
      (if (i32.and
            (i32.le_u (local.get $length) (i32.const 16))
            (i32.and
              (i32.ge_u (i32.sub (local.get $end) (local.get $from)) (i32.const 16))
              (i32.ge_u (i32.sub (local.get $limit) (local.get $to)) (i32.const 16))))
        (then
          (i64.store (local.get $to) (i64.load (local.get $from)))
          (i64.store offset=8 (local.get $to) (i64.load offset=8 (local.get $from))))
        (else (memory.copy (local.get $to) (local.get $from) (local.get $length))))
      (local.set $to (i32.add (local.get $to) (local.get $length)))
      (local.set $from (i32.add (local.get $from) (local.get $length)))
      ;; The last sequence has literals only.
      (if (i32.eq (local.get $from) (local.get $end)) (then (return (local.get $to))))

      ;; End of block conditions: the last five bytes are literals, and no match begins in the last twelve bytes of the output.
      ;; lz4 counts the latter two from the largest size of a block.
      (if (i32.lt_u (i32.sub (local.get $end) (local.get $from)) (i32.const 8)) (then (return (i32.const -4))))
      (if (i32.lt_u (i32.sub (local.get $limit) (local.get $to)) (i32.const 12)) (then (return (i32.const -4))))
      (local.set $offset (i32.load16_u (local.get $from)))
      (local.set $from (i32.add (local.get $from) (i32.const 2)))
      (local.set $length (i32.and (local.get $token) (i32.const 15)))
      (if (i32.eq (local.get $length) (i32.const 15))
        (then
          (loop $more
            (if (i32.ge_u (local.get $from) (local.get $end)) (then (return (i32.const -2))))
            (local.set $byte (i32.load8_u (local.get $from)))
            (local.set $from (i32.add (local.get $from) (i32.const 1)))
            (local.set $length (i32.add (local.get $length) (local.get $byte)))
            (br_if $more (i32.eq (local.get $byte) (i32.const 255))))))
      (if (i32.lt_u (i32.sub (local.get $end) (local.get $from)) (i32.const 6)) (then (return (i32.const -4))))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (if (i32.or
            (i32.eqz (local.get $offset))
            (i32.gt_u (local.get $offset) (i32.sub (local.get $to) (local.get $oldest))))
        (then (return (i32.const -5))))
      (if (i32.gt_u (i32.add (local.get $length) (i32.const 5)) (i32.sub (local.get $limit) (local.get $to)))
        (then (return (i32.const -6))))
      (local.set $stop (i32.add (local.get $to) (local.get $length)))
      (if (i32.and
            (i32.ge_u (local.get $offset) (i32.const 8))
            (i32.and
              (i32.le_u (local.get $length) (i32.const 256))
              (i32.ge_u (i32.sub (local.get $limit) (local.get $stop)) (i32.const 8))))
        ;; Word by word: a word that is read was written before.
        (then
          (loop $word
            (i64.store (local.get $to) (i64.load (i32.sub (local.get $to) (local.get $offset))))
            (local.set $to (i32.add (local.get $to) (i32.const 8)))
            (br_if $word (i32.lt_u (local.get $to) (local.get $stop)))))
        (else
          (if (i32.eq (local.get $offset) (i32.const 1))
            (then
              (memory.fill
                (local.get $to)
                (i32.load8_u (i32.sub (local.get $to) (i32.const 1)))
                (local.get $length)))
            ;; A match may overlap what it makes: each copy doubles what can be copied at once.
            (else
              (local.set $offset (i32.sub (local.get $to) (local.get $offset)))
              (loop $copy
                (local.set $step (i32.sub (local.get $to) (local.get $offset)))
                (if (i32.gt_u (local.get $step) (i32.sub (local.get $stop) (local.get $to)))
                  (then (local.set $step (i32.sub (local.get $stop) (local.get $to)))))
                (memory.copy (local.get $to) (local.get $offset) (local.get $step))
                (local.set $to (i32.add (local.get $to) (local.get $step)))
                (br_if $copy (i32.lt_u (local.get $to) (local.get $stop))))))))
      (local.set $to (local.get $stop))
      (br $sequence))
    (unreachable)))
