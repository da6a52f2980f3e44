"""Which classes of words a token is of: the lexicons' own word lists, looked up once a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportedly.errors import LexiconError

NO_CLASSES: frozenset[str] = frozenset()
#: the classes that the code asks for; a test holds the list against the code
ASKED = """
    ability_adjectives ability_modals accident_deeds accident_words accompanying
    acts_on_places acts_told adding_words addressing adjunct_heads after_prepositions
    age_heads air_verbs amount_openers answered_nouns answering_verbs any_people
    appraising_verbs arranging_verbs arrival_prepositions articles asking_nouns attack_words
    attacks_on_machines authoring_verbs authorities awaiting_verbs awaiting_words
    backing_nouns backshifted_modals bands_and_ships bare_infinitive_verbs bare_people
    bare_reasons bargain_nouns before_names blamed_weapons blaming_verbs bodies body_nouns
    body_parts burning_words bygone_words called_by_names captive_words capturing_verbs
    carrying_nouns catching_verbs chained_prepositions charge_nouns charges_at_games
    charging_prepositions circumstance_prepositions citing_verbs citizenship_nouns
    city_prepositions clause_nouns commanding_verbs compass_sides complaining_verbs
    concerning_prepositions condition_marks confining_verbs confirming_verbs
    constituting_verbs contacting_verbs content_prepositions contest_words contests_of_words
    contingencies continuing_adjectives continuing_words contrast_participles
    contrasting_words copular_verbs costing_verbs counters counting_of_votes counting_words
    country_prepositions court_acts crime_heads crime_words crimes crowd_deeds crowd_numbers
    currencies day_parts defining_verbs denied_adverbials denying denying_adverbs
    denying_nouns denying_verbs dispersing_verbs doers_without_will drawn_out_acts drill_nouns
    driving_out_verbs during_prepositions dying_verbs ease_adjectives effect_verbs empty_nouns
    empty_prepositions empty_verbs ending_nouns engaging_verbs exchange_nouns facing_verbs
    fate_verbs fates feasibilities feeling_verbs felling_verbs feminine feminine_names
    fiction_nouns filling_verbs finding_verbs findings_about_people fire_words firing_verbs
    first_pronouns foiling_verbs forcing_verbs foretelling_verbs former founding_verbs
    framing_prepositions free_choice_words friends_of_candidates game_kinds game_nouns
    getting_verbs giving_verbs granted_acts groups_of_people guests had_by_holders had_by_kin
    had_by_suspects had_by_victims handed_uncounted handing_verbs happenings harm_at_games
    harmful_acts harming_verbs headline_labels headline_sources heads_of_firms hearers
    helping_verbs holding_verbs hostilities houses_of_states hunting_verbs imagining_verbs
    impact_nouns impersonal_verbs imposed_acts imposing_verbs indefinite_articles
    infinitive_takers instancing inverting_words issuing_verbs joining_alternatives
    joining_verbs journey_prepositions journey_verbs journeys judging_verbs keeping_verbs
    kind_nouns kinds_of_place kinds_of_region knowing_nouns knowing_words lasting_acts
    lasting_participles lasting_states lasting_words leading_verbs leaning_verbs lending_verbs
    lengths_of_time letters light_verbs list_joiners location_prepositions lost_people
    market_words masculine masculine_names meanwhile_words measures meeting_verbs merely_words
    mishap_verbs mock_words modals_ahead momentary_verbs months mourning_verbs
    moves_between_places moving_of_forces moving_verbs musing_verbs name_joiners names_with_of
    naming_verbs need_nouns negations neutral_pronouns no_bare_parties no_determiners no_names
    no_places no_targets nobody_words nouns_told_by_kind numbered_parts
    object_gerund_prepositions object_pronouns office_holders open_pronouns open_to_all
    opening_words order_prepositions ordinary_words organs_that_stay outcome_verbs
    outlasting_prepositions over_for_good owing_verbs own_of_nouns owned_up_nouns
    owner_prepositions pair_words paired_nouns participle_forms parts_of_fiction people_nouns
    people_of_somebody permitting_verbs personal_pronouns place_nouns place_prepositions
    places_in_a_row plan_nouns playing_verbs plot_people plot_roles plural_goods plural_kinds
    plural_pronouns plural_sides poll_opinions polled_people position_prepositions
    posted_nouns postponing_prepositions postponing_verbs prepositional_verbs
    presupposing_prepositions price_nouns private_people product_names protest_words
    protesting_verbs proviso_words purposed_verbs pushing_verbs question_words
    questioning_nouns questioning_verbs raid_nouns rallies ranking_words ranks reaching_verbs
    reason_prepositions reflexive_pronouns regret_modals related_people relative_pronouns
    relying_verbs remembrances repeating_adverbs repelling_verbs reporting_in resisting_verbs
    reversing_prefixes rising_verbs robbing_verbs rules running_nouns running_verbs saints
    same_in_plural same_past_verbs saved_lives scene_accusers scene_answers scene_attacks
    scene_charges scene_demands scene_flights scene_gifts scene_holders scene_holdings
    scene_hunts scene_judges scene_officers scene_offices scene_openers scene_pleas
    scene_praises scene_prepositions scene_reproaches scene_rescues scene_sightings
    scene_sufferings scene_suspects scene_takings scene_tellings scene_victims scene_victories
    scene_visits scene_welcomes scheduled_events scheduling_verbs schools second_pronouns
    sending_verbs setting_against setting_off_verbs setting_verbs several_speakers
    shares_in_deeds sharing_prepositions sides_of_places siding_nouns siding_participles
    simulating_verbs sites_of_acts size_units some_of_many sought_nouns source_prepositions
    speakers_acts speakers_for_somebody speaking_verbs sport_words stand_nouns standing_offers
    standing_verbs state_parts stative_verbs stead_nouns strict_conditions struck_acts
    structures subject_control subject_pronouns suffered_acts suffered_verbs
    surnames_like_towns swaying_verbs tag_verbs taking_up_words taking_verbs talks
    telling_participles telling_verbs temporal_words texts things_fired those_spoken_for
    threat_conditions titles titles_before_names told_nouns town_bodies trying_bodies
    unconfirmed_words under_a_flag undergone_nouns undertakings unknown_doers untrue_words
    using_nouns usual_adverbs uttering_verbs valuing_words vehicles venue_nouns verdict_words
    violence_words voting_verbs waiting_words waving_away_verbs ways_and_kinds ways_and_waters
    weekdays weekends whoever_words wishes withholding_verbs within witnessing_verbs
    words_of_seat worries writing_verbs written_appeals
""".split()


class WordClasses:
    """Tells the classes of a word by its form and lemma; answers are remembered.

    classes: name → words. A word counts by its lower-cased form and by its lemma; one with a
    capital letter counts only as it is written. Raises LexiconError where one is missing that
    the code asks for.
    """

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        for name in ASKED:
            if name not in classes:
                problem = "the grammar asks for this class; override it rather than remove it"
                raise LexiconError("classes", f"class.{name}", problem)
        found: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                found.setdefault(word, set()).add(name)
        self._classes = {word: frozenset(names) for word, names in found.items()}
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def __call__(self, word: str, lemma: str) -> frozenset[str]:
        """Return the names of the classes that the word is of."""
        key = (word, lemma)
        found = self._known.get(key)
        if found is None:
            forms = {word, word.lower(), lemma}
            found = NO_CLASSES.union(*(self._classes.get(form, NO_CLASSES) for form in forms))
            self._known[key] = found
        return found
