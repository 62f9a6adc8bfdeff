#include <stddef.h>
#include <stdint.h>

/// Changes `data` in place as libFuzzer would without a mutator of our own; gives the new length, at most `capacity`.
size_t LLVMFuzzerMutate(uint8_t *data, size_t length, size_t capacity);
