// HashStream: BLAKE2b-256 over several pieces without joining them.
#pragma once

#include "sync/base/strong_id.h"

#include <sodium/crypto_generichash.h>

namespace parterre {

// Makes libsodium ready: once, from any thread; everything here that uses it calls this first.
void initSodium();

class HashStream
{
public:
    HashStream()
    {
        initSodium();
        crypto_generichash_init(&m_state, nullptr, 0, std::tuple_size_v<Bytes32>);
    }
    void add(const void* data, std::size_t size)
    {
        crypto_generichash_update(&m_state, static_cast<const unsigned char*>(data), size);
    }
    // Eight bytes, big-endian.
    void addNumber(std::uint64_t value)
    {
        unsigned char out[8];
        for (unsigned i = 0; i < 8; ++i)
            out[i] = static_cast<unsigned char>(value >> (56 - 8 * i));
        add(out, sizeof out);
    }
    // Once, at the end.
    Bytes32 result()
    {
        Bytes32 hash;
        crypto_generichash_final(&m_state, hash.data(), hash.size());
        return hash;
    }

private:
    crypto_generichash_state m_state;
};

} // namespace parterre
