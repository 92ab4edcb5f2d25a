// tests/simulation: runs seeds of the simulator, shrinks what fails, and says how to see it again.
#include "tests/simulation/simulator/sim_world.h"

#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using namespace parterre::testing;

constexpr std::uint64_t actionsEach = 220;

struct Options
{
    std::uint64_t seeds = 2'000;
    std::uint64_t begin = 1;
    bool one = false;
    bool allMutants = false;
    bool first = false;      // stop at the first violation
    bool situations = false; // how often each was met
    bool survey = false;     // every violation, none of them shrunk
    bool trace = false;      // a line for everything the centre does
    std::optional<Mutant> mutant;
    std::optional<std::string> faults;
};

FaultPlan planOf(const std::string& names)
{
    FaultPlan plan;
    for (std::size_t i = 0; i < faultKinds; ++i)
        plan.on[i] =
            ("," + names + ",").find("," + std::string(nameOf(static_cast<FaultKind>(i))) + ",") != std::string::npos;
    return plan;
}

SimResult runSeed(std::uint64_t seed, const FaultPlan& faults, std::optional<Mutant> mutant, Situations& situations,
                  bool trace = false)
{
    CrashDisk::seedSqlite(static_cast<std::uint32_t>(seed));
    SimWorld world(seed, faults, mutant, situations);
    if (trace)
        world.traceTo([](const std::string& line) { std::printf("%s\n", line.c_str()); });
    return world.run(actionsEach);
}

// Takes away every class of fault the failure does without.
FaultPlan shrink(std::uint64_t seed, FaultPlan faults, std::optional<Mutant> mutant)
{
    Situations ignored;
    for (const FaultKind kind : faults.kinds()) {
        FaultPlan fewer = faults;
        fewer.on[static_cast<std::size_t>(kind)] = false;
        if (!runSeed(seed, fewer, mutant, ignored).broken.empty())
            faults = fewer;
    }
    return faults;
}

std::string mutantArgument(std::optional<Mutant> mutant)
{
    return mutant ? " --mutant " + std::string(mutantNames[static_cast<std::size_t>(*mutant)]) : std::string();
}

void report(std::uint64_t seed, const SimResult& result, std::optional<Mutant> mutant, const FaultPlan& faults)
{
    std::printf("seed %llu: %s\n  again: tests/simulation/run --seed %llu --faults %s%s\n",
                static_cast<unsigned long long>(seed), result.broken.c_str(), static_cast<unsigned long long>(seed),
                shrink(seed, faults, mutant).names().c_str(), mutantArgument(mutant).c_str());
    std::fflush(stdout);
}

// How many seeds it takes to catch the mutant; 0: more than `most`.
std::uint64_t seedsToCatch(Mutant mutant, std::uint64_t most, std::string& how)
{
    for (std::uint64_t seed = 1; seed <= most; ++seed) {
        Situations ignored;
        const SimResult result = runSeed(seed, FaultPlan::ofSeed(seed), mutant, ignored);
        if (!result.broken.empty()) {
            how = result.broken;
            return seed;
        }
    }
    return 0;
}

bool parse(int argc, char* argv[], Options& options)
{
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const char* value = i + 1 < argc ? argv[i + 1] : nullptr;
        const std::pair<const char*, bool&> switches[] = {{"--all-mutants", options.allMutants},
                                                          {"--first", options.first},
                                                          {"--situations", options.situations},
                                                          {"--survey", options.survey},
                                                          {"--trace", options.trace}};
        const auto known =
            std::find_if(std::begin(switches), std::end(switches), [&](const auto& one) { return word == one.first; });
        if (known != std::end(switches)) {
            known->second = true;
            continue;
        }
        if (!value)
            return false;
        if (word == "--seeds")
            options.seeds = std::strtoull(value, nullptr, 10);
        else if (word == "--seed")
            options.begin = std::strtoull(value, nullptr, 10), options.one = true, options.seeds = 1;
        else if (word == "--faults")
            options.faults = value;
        else if (word == "--mutant" && mutantByName(value))
            options.mutant = mutantByName(value);
        else
            return false;
        ++i;
    }
    return options.seeds > 0;
}

// What a run has come to.
struct Tally
{
    Situations situations;
    std::uint64_t ops = 0, violations = 0;
    double seconds = 0;
    std::size_t caught = 0; // mutants

    std::size_t met() const
    {
        return static_cast<std::size_t>(std::count_if(std::begin(requiredSituations), std::end(requiredSituations),
                                                      [this](const char* name) { return situations.count(name) > 0; }));
    }
};

void runSeeds(const Options& options, Tally& tally)
{
    const auto begun = std::chrono::steady_clock::now();
    for (std::uint64_t seed = options.begin; seed < options.begin + options.seeds; ++seed) {
        const FaultPlan faults = options.faults ? planOf(*options.faults) : FaultPlan::ofSeed(seed);
        const SimResult result = runSeed(seed, faults, options.mutant, tally.situations, options.trace);
        tally.ops += result.ops;
        if (result.broken.empty())
            continue;
        ++tally.violations;
        if (options.survey) {
            std::printf("seed %llu: %s (%s)\n", static_cast<unsigned long long>(seed), result.broken.c_str(),
                        faults.names().c_str());
            std::fflush(stdout);
            continue;
        }
        report(seed, result, options.mutant, faults);
        if (tally.violations == 5 || options.first)
            break;
    }
    tally.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

void catchMutants(Tally& tally)
{
    for (std::size_t i = 0; i < mutantCount; ++i) {
        std::string how;
        const std::uint64_t seeds = seedsToCatch(static_cast<Mutant>(i), 2'000, how);
        tally.caught += seeds > 0 ? 1 : 0;
        std::printf("mutant %s: %s\n", std::string(mutantNames[i]).c_str(),
                    seeds > 0 ? ("caught by seed " + std::to_string(seeds) + ": " + how).c_str() : "NOT CAUGHT");
        std::fflush(stdout);
    }
}

void print(const Options& options, const Tally& tally)
{
    for (const char* name : requiredSituations)
        if (tally.situations.count(name) == 0 && !options.one)
            std::printf("never met: %s\n", name);
    for (const auto& [name, count] : tally.situations.all())
        if (options.situations)
            std::printf("%8llu  %s\n", static_cast<unsigned long long>(count), name.c_str());
    std::printf("sim: seeds=%llu ops=%llu ops_per_s=%.0f violations=%llu situations=%zu/%zu",
                static_cast<unsigned long long>(options.seeds), static_cast<unsigned long long>(tally.ops),
                static_cast<double>(tally.ops) / tally.seconds, static_cast<unsigned long long>(tally.violations),
                tally.met(), std::size(requiredSituations));
    if (options.allMutants)
        std::printf(" mutants=%zu/%zu", tally.caught, mutantCount);
    std::printf("\n");
}

int catchOne(const Options& options)
{
    std::string how;
    const std::uint64_t seeds = seedsToCatch(*options.mutant, options.seeds, how);
    std::printf(seeds > 0 ? "mutant caught by seed %llu: %s\n" : "NOT CAUGHT within %llu seeds\n%s",
                static_cast<unsigned long long>(seeds > 0 ? seeds : options.seeds), how.c_str());
    return seeds > 0 ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    Options options;
    if (!parse(argc, argv, options)) {
        std::fputs("simulator [--seeds N] [--seed S] [--faults a,b,…] [--mutant NAME] [--first] "
                   "[--all-mutants] [--situations] [--survey] [--trace]\n",
                   stderr);
        return 2;
    }
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD); // which this program is
    if (options.mutant && options.first && !options.one)
        return catchOne(options);
    Tally tally;
    runSeeds(options, tally);
    if (options.allMutants)
        catchMutants(tally);
    print(options, tally);
    const bool enough = options.one || options.seeds < 500 || tally.met() == std::size(requiredSituations);
    return tally.violations == 0 && enough && (!options.allMutants || tally.caught == mutantCount) ? 0 : 1;
}
